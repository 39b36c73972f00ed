"""What may be sent for which purpose. A context registers its purposes; nothing may be sent for a purpose unnamed."""

from collections.abc import Mapping
from dataclasses import dataclass

# What each kind is served as. No kind that a browser would run stands here.
MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
MEGABYTE = 1_048_576
LARGEST = 20 * MEGABYTE  # no purpose may allow more: a request beyond it is cut off while it arrives


@dataclass(frozen=True, slots=True)
class Purpose:
    """The kinds that may be sent, and how many bytes at most."""

    kinds: frozenset[str]
    most_bytes: int


_purposes: dict[str, Purpose] = {}


def purpose(name: str, *, kinds: frozenset[str] | set[str], most_bytes: int) -> None:
    """Register a purpose under a lasting name.

    :raises ValueError: an unknown kind, or a size beyond what the service takes.
    """
    if unknown := set(kinds) - set(MEDIA_TYPES):
        raise ValueError(f"{name}: unknown kinds {sorted(unknown)}")
    if not 0 < most_bytes <= LARGEST:
        raise ValueError(f"{name}: between 1 and {LARGEST} bytes can be allowed, not {most_bytes}")
    _purposes[name] = Purpose(frozenset(kinds), most_bytes)


def purpose_named(name: str) -> Purpose:
    """The purpose of a name.

    :raises KeyError: nobody registered it.
    """
    return _purposes[name]


purpose("own_file", kinds=frozenset(MEDIA_TYPES), most_bytes=10 * MEGABYTE)
