"""What a file really is, by its content. Its name and what the browser says of it count for nothing."""

import io
import zipfile
from collections.abc import Iterator

import filetype
from django.utils.translation import gettext as _

from .purposes import MEDIA_TYPES, MEGABYTE, Purpose
from .texts import inspect_text

BINARY = frozenset({"pdf", "jpg", "png"})
PACKED = {"docx": "[Content_Types].xml", "odt": "META-INF/manifest.xml"}  # each is a zip file that holds this
MOST_UNPACKED = 200 * MEGABYTE
MOST_PARTS = 2_000
ACTIVE_PARTS = ("vbaproject.bin", "activex", "basic/", "scripts/")
MARKUP = (
    b"<html",
    b"<script",
    b"<svg",
    b"<!doctype",
    b"<?php",
    b"<iframe",
)  # a page that hides behind a picture's head


class RefusedFile(Exception):
    """A file that we do not take; the sentence is for the person who sent it."""


def inspect(content: bytes, *, name: str, allowed: Purpose) -> str:
    """The kind of a file, one of ``allowed.kinds``.

    ``name`` decides nothing but whether plain text is read as a table (``.csv``).

    :raises RefusedFile: empty, too large, of another kind, or made to be two things at once.
    """
    if not content:
        raise RefusedFile(_("The file is empty. Choose another file."))
    if len(content) > allowed.most_bytes:
        most = allowed.most_bytes // MEGABYTE
        raise RefusedFile(_("The file is too large. It can be at most %(most)s MB.") % {"most": most})
    kind = _kind(content, name)
    if kind not in allowed.kinds:
        kinds = ", ".join(k.upper() for k in MEDIA_TYPES if k in allowed.kinds)
        raise RefusedFile(_("We cannot take this kind of file. Send one of these: %(kinds)s.") % {"kinds": kinds})
    for problem in _problems(kind, content):
        raise RefusedFile(problem)
    return kind


def _kind(content: bytes, name: str) -> str:
    guessed = filetype.guess_extension(content[:8_192])
    if guessed in BINARY:
        return str(guessed)
    if content.startswith(b"PK"):
        return _packed_kind(content)
    if guessed is None and inspect_text(content) is not None:
        return "csv" if name.lower().endswith(".csv") else "txt"
    return "unknown"


def _packed_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            said = packed.read("mimetype")[:100] if "mimetype" in names and _small(packed, "mimetype") else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError):
        return "unknown"
    if PACKED["docx"] in names and "word/document.xml" in names:
        return "docx"
    return "odt" if PACKED["odt"] in names and said == MEDIA_TYPES["odt"].encode() else "unknown"


def _small(packed: zipfile.ZipFile, name: str) -> bool:
    return packed.getinfo(name).file_size <= 100


def _problems(kind: str, content: bytes) -> Iterator[str]:
    two_faced = _("This file is two kinds of file at once. Save it again with the program that made it, and send that.")
    if kind in BINARY:
        if zipfile.is_zipfile(io.BytesIO(content)) or any(word in content[:2_048].lower() for word in MARKUP):
            yield two_faced
    elif kind in PACKED:
        yield from _packed_problems(content, two_faced)
    elif (why := inspect_text(content, table=kind == "csv")) is None or why:
        yield why or two_faced


def _packed_problems(content: bytes, two_faced: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    if content[:4] != b"PK\x03\x04":
        yield two_faced
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        yield _("This document unpacks to more than we can take. Save it as PDF and send that.")
    if any(part.flag_bits & 1 for part in parts):
        yield _("This document is locked with a password. Send it without one.")
    if any(word in part.filename.lower() for part in parts for word in ACTIVE_PARTS):
        yield _("This document holds a program (a macro). Save it without macros, or as PDF, and send that.")
