"""That two records cannot be merged, or not be parted, as things stand."""

from collections.abc import Iterable


class CannotMerge(Exception):
    """Holds every reason at once, each a sentence that says what to do."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__("the records cannot be merged or parted")  # never the words: they may reach a log
