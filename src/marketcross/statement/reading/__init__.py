"""From a pack's folder to a ``Pack``, or to every reason why not. Everything in a pack is text, never trusted."""

from marketcross.statement.reading.problems import PackErrors, Problem
from marketcross.statement.reading.whole import read_pack

__all__ = ["PackErrors", "Problem", "read_pack"]
