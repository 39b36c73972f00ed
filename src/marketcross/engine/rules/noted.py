"""A whole number that notes when a rule looks at it, so that an explanation names what was used and nothing else."""

from collections.abc import Callable
from typing import Any

_LOOKS = (
    "add", "radd", "sub", "rsub", "mul", "rmul", "floordiv", "rfloordiv", "mod", "rmod", "neg", "abs",
    "lt", "le", "gt", "ge", "eq", "ne", "bool",
)  # fmt: skip


class Noted(int):
    """An int under a name. Every sum and comparison writes the name into ``seen``."""

    name: str
    seen: dict[str, None]

    def __new__(cls, value: int, name: str, seen: dict[str, None]) -> "Noted":
        noted = super().__new__(cls, value)
        noted.name, noted.seen = name, seen
        return noted

    __hash__ = int.__hash__

    def look(self) -> int:
        """The plain number, noted as used."""
        self.seen[self.name] = None
        return int(self)


def _noting(operation: Callable[..., Any]) -> Callable[..., Any]:
    def look_and_do(self: Noted, *others: int) -> Any:
        self.seen[self.name] = None
        for other in others:
            if isinstance(other, Noted):
                other.seen[other.name] = None
        return operation(self, *others)

    return look_and_do


for _look in _LOOKS:
    setattr(Noted, f"__{_look}__", _noting(getattr(int, f"__{_look}__")))
