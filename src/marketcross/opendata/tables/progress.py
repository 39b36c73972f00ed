"""A sign of life on standard error for work over two seconds; silent where nobody watches a terminal for less."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

_PATIENCE_IN_SECONDS = 2.0
_BETWEEN_IN_SECONDS = 1.0


class _Partly(Protocol):
    @property
    def done(self) -> float: ...


T = TypeVar("T", bound=_Partly)


def with_progress(what: str, parts: Iterable[T]) -> Iterator[T]:
    """Pass the parts through, and say how far they are once it has taken two seconds."""
    started = shown = time.monotonic()
    for part in parts:
        yield part
        now = time.monotonic()
        if now - started > _PATIENCE_IN_SECONDS and now - shown > _BETWEEN_IN_SECONDS:
            shown = now
            print(f"{what}: {part.done:.0%}", file=sys.stderr, flush=True)
