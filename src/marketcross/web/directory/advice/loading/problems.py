"""What is wrong with files of advice."""


class BadPagesError(ValueError):
    """Everything that is wrong with the files, one ``file:line: message`` each; nothing was loaded."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
