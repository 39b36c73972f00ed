"""Two records of one person become one, with nothing lost, and can become two again: docs/method/merging-people.md.

A context above need not do anything: whatever refers to a person moves. It says ``clash`` where two rows cannot belong
to one person, ``stays`` where a row must not move, and ``open_work`` where work goes on about which somebody decides.
"""

from .holding import hold_still
from .kinds import clash, moves, open_work, stays
from .refusing import CannotMerge

__all__ = ["CannotMerge", "clash", "hold_still", "moves", "open_work", "stays"]
