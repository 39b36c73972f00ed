"""Keyed digests of an author's code and of their words. Neither can be had back from its digest."""

import hashlib
import hmac
import unicodedata

from django.conf import settings


def code_digest(code: str) -> bytes:
    """What finds the feedback of a code, as ``drafts.code.read_code`` spells it."""
    return _keyed(b"feedback code", code)


def alike(text: str) -> bytes:
    """One digest for texts with the same letters and figures, whatever their capitals, spaces, accents and stops."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _keyed(b"feedback words", "".join(letter for letter in plain if letter.isalnum()))


def _keyed(purpose: bytes, text: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), purpose + b"\0" + text.encode(), hashlib.sha256).digest()
