"""What became of one pack of many."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Outcome:
    """``problems`` are lines for its author; with any, the statement was not built."""

    name: str
    title: str = ""
    area: str = ""
    edition: str = ""
    figures: int = 0
    contradictions: int = 0
    problems: list[str] = field(default_factory=list)
