"""The words that a qualifier puts beside a figure."""

BEFORE = {"about": "about", "estimate": "an estimated", "at_least": "at least", "at_most": "at most"}
MEANING = {
    "": "As printed",
    "count": "An exact count",
    "about": "About: printed as a rounded number",
    "estimate": "An estimate",
    "at_least": "At least this many",
    "at_most": "At most this many",
}


def qualified(words: str, qualifier: str) -> str:
    """In a sentence: ``about 1,300 homes``."""
    return f"{BEFORE[qualifier]} {words}" if qualifier in BEFORE else words


def qualified_cell(words: str, qualifier: str) -> str:
    """In a cell, where there is no sentence for ``an estimated`` to stand in."""
    return f"{words} (estimate)" if qualifier == "estimate" else qualified(words, qualifier)
