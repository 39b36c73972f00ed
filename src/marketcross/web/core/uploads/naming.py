"""The name a person gave a file: cleaned, kept to be shown and to save under, never to find the file by."""

import re
import unicodedata

LONGEST = 120
SHOWN_AS_TEXT = frozenset("LNMSPZ")  # letters, numbers, marks, symbols, punctuation, spaces; no control or direction
FORBIDDEN = re.compile(r'[<>:"/\\|?*;%`$]')


def clean_name(name: str, *, kind: str) -> str:
    """A name without folders, tricks of direction or a false ending: always ``something.kind``."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFKC", name))[-1]
    shown = "".join(c for c in last if unicodedata.category(c)[0] in SHOWN_AS_TEXT and c.isprintable())
    stem = FORBIDDEN.sub("", shown).strip(" .")
    stem = stem.rpartition(".")[0] or stem
    stem = re.sub(r"[\s.]+", " ", stem).strip()[: LONGEST - len(kind) - 1].strip()
    return f"{stem or 'file'}.{kind}"
