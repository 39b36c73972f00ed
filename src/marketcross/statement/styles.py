"""What ``./run`` builds from assets/: the page's style sheet and the fonts of charts and PDF."""

from functools import cache
from pathlib import Path

LOOK = Path(__file__).parent / "look"
FONTS = LOOK / "fonts"


class NotBuiltError(Exception):
    """The front-end assets were never built on this machine."""

    def __init__(self, missing: Path) -> None:
        super().__init__(f"{missing.name} has not been built: run ./run demo --once, which builds the front-end assets")


def built(path: Path) -> Path:
    """``path``, once it is there."""
    if not path.exists():
        raise NotBuiltError(path)
    return path


@cache
def style_sheet() -> str:
    return built(LOOK / "statement.css").read_text(encoding="utf-8")
