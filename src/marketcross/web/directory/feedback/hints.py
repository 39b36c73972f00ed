"""What a moderator should look at in a text. A hint decides nothing: "Nurse" may be a name, 2026 a telephone number."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

_SHORTEST_SHOUT = 12  # capital letters; fewer may be an acronym or two
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Nurse|Sister|Matron|Carer|Manager|Sir|Dame|Rev|Father|Imam|Rabbi)"
_HARM = r"hit|hits|slap|punch|kick|push|bruis|burn|stole|steal|lock(?:ed)? (?:in|up)|starv|threat|abus|neglect|touched"


def _says(pattern: str, flags: int = re.IGNORECASE) -> Callable[[str], bool]:
    known = re.compile(pattern, flags)
    return lambda text: bool(known.search(text))


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    loud = sum(letter.isupper() for letter in letters)
    return loud >= _SHORTEST_SHOUT and 2 * loud > len(letters)


_CHECKS: tuple[tuple[str, Any, Callable[[str], bool]], ...] = (
    ("harm", _("It may tell of harm. Is somebody at risk?"), _says(rf"\b(?:{_HARM})\w*")),
    ("telephone", _("A telephone number"), _says(r"(?<!\d)(?:\+|0)(?:[ ().-]*\d){9,13}(?!\d)")),
    ("email", _("An email address"), _says(r"\S+@\S+\.\w")),
    ("link", _("A link"), _says(r"https?://|\bwww\.|\b[a-z0-9-]+\.(?:com|co\.uk|org|net|info|biz|io)\b")),
    ("postcode", _("A postcode"), _says(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")),
    ("name", _("A name with a title"), _says(rf"\b{_TITLES}\b\.? [A-Z]\w+", 0)),
    ("shouting", _("Mostly capital letters"), _shouts),
)
WORDS = {code: words for code, words, _check in _CHECKS}
TWICE = _("The same text was sent before")


def hints(text: str) -> list[str]:
    """The codes of what stands in a text, harm first: of ``WORDS``."""
    return [code for code, _words, check in _CHECKS if check(text)]
