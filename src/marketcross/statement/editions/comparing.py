"""What changed from one edition to the next: figures by id, opportunities by title."""

from dataclasses import dataclass
from fractions import Fraction

from marketcross.engine.evidence.figures import Figure
from marketcross.statement.document.anchors import slug
from marketcross.statement.document.markdown import heading_words
from marketcross.statement.pack import Pack


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that both editions print, and print differently."""

    old: Figure
    new: Figure

    @property
    def by(self) -> Fraction | None:
        """New minus old, in the unit; None where the unit changed, for then there is no difference to take."""
        return self.new.value - self.old.value if self.new.unit == self.old.unit else None

    @property
    def percent(self) -> Fraction | None:
        """The difference as a share of the old; None from 0, and where there is no difference to take."""
        return None if self.by is None or not self.old.value else 100 * self.by / abs(self.old.value)


@dataclass(frozen=True, slots=True)
class Changes:
    changed: tuple[Changed, ...]
    added: tuple[Figure, ...]
    gone: tuple[Figure, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.gone or self.opened or self.closed)


def compare(old: Pack, new: Pack) -> Changes:
    """In the order of the new edition; what is gone, in the order of the old."""
    before, now = opportunities(old), opportunities(new)
    return Changes(
        changed=tuple(
            Changed(old.figures[id], figure)
            for id, figure in new.figures.items()
            if id in old.figures and said(old.figures[id]) != said(figure)
        ),
        added=tuple(figure for id, figure in new.figures.items() if id not in old.figures),
        gone=tuple(figure for id, figure in old.figures.items() if id not in new.figures),
        opened=tuple(title for key, title in now.items() if key not in before),
        closed=tuple(title for key, title in before.items() if key not in now),
    )


def said(figure: Figure) -> tuple[Fraction, str, str, str]:
    """What a reader is told; a better label or another locator is no news."""
    return figure.value, figure.unit, figure.qualifier, figure.period


def opportunities(pack: Pack) -> dict[str, str]:
    """Titles by what of them stays when a comma moves."""
    sections = (section.markdown for section in pack.sections if section.slug == "opportunities")
    return {slug(title): title for markdown in sections for title in heading_words(markdown, "h2")}
