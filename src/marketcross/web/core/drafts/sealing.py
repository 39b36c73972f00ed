"""Locator and key from a code, and the sealed box."""

import json
import secrets
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12  # bytes, as AES-GCM wants


def _derive(code: str, purpose: bytes) -> bytes:
    """32 bytes for one purpose. The installation's secret is in it, so that a stolen table alone cannot be searched."""
    salt = settings.SECRET_KEY.encode()
    return HKDF(SHA256(), length=32, salt=salt, info=b"marketcross draft " + purpose).derive(code.encode())


def locator(code: str) -> bytes:
    """What finds the draft of a code."""
    return _derive(code, b"locator")


def seal(code: str, kind: str, answers: dict[str, Any]) -> bytes:
    """The answers, readable only with the code, and only as a draft of this kind."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_derive(code, b"key")).encrypt(nonce, json.dumps(answers).encode(), kind.encode())


def open_sealed(code: str, kind: str, sealed: bytes) -> dict[str, Any] | None:
    """The answers again; None where code, kind or box do not belong together."""
    try:
        opened = AESGCM(_derive(code, b"key")).decrypt(sealed[:NONCE], sealed[NONCE:], kind.encode())
    except InvalidTag:
        return None
    answers: dict[str, Any] = json.loads(opened)
    return answers
