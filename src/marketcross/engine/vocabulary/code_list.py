"""A code list made from data: the words of a law, a scheme or a policy, each with its number."""

from collections.abc import Iterable, Mapping
from enum import IntEnum


def code_list(name: str, numbers: Mapping[str, int]) -> type[IntEnum]:
    """An enumeration of ``numbers``, for ``Column.codes``. Raises ValueError where two words share a number."""
    if len(set(numbers.values())) != len(numbers):
        raise ValueError(f"Two words of the code list '{name}' stand for the same number.")
    return IntEnum(name, {word.upper(): number for word, number in numbers.items()})  # type: ignore[return-value]


def word_list(name: str, words: Iterable[str]) -> type[IntEnum]:
    """An enumeration of powers of two, for a column of kind ``WORDS``, whose cells hold several words at once."""
    return code_list(name, {word: 1 << place for place, word in enumerate(words)})
