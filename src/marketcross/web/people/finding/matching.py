"""Whether one person answers what was typed, and how well: the rule itself, without any index.

The database answers the same question for everybody at once (``searching``); a test holds the two together. Those few
whom an index must not know, since their records are restricted, are found by this alone.
"""

from collections.abc import Iterable

from .nearness import NEAR, loss
from .reading import Term


def answers(terms: Iterable[Term], keys: set[str]) -> int | None:
    """What is lost in all, 0 where everything is exactly as typed; None where a term has no answer."""
    lost = [_best(term, keys) for term in terms]
    return sum(one for one in lost if one is not None) if lost and None not in lost else None


def _best(term: Term, keys: set[str]) -> int | None:
    found = [lost for key, lost in term.keys.items() if key in keys]
    found += [lost for word, more in term.words.items() for lost in _near(word, more, keys)]
    return min(found, default=None)


def _near(word: str, more: int, keys: set[str]) -> Iterable[int]:
    """In a name as near as it is; in an address one step further, so that names come first."""
    for key in keys:
        held, further = (key[1:], NEAR) if key.startswith("@") else (key, 0)
        if held.isalpha() and (lost := loss(word, held)) is not None:
            yield lost + more + further
