"""Text as paper can show it: what has no shape goes, and pictures in the text become their names."""

import unicodedata

KEPT_CONTROLS = "\n"
FIRST_PICTURE = "\u2600"  # from here on, symbols are pictures that the fonts of a letter do not hold


def printable(text: str) -> str:
    """``text`` without control characters, with each picture as its name in brackets."""
    return "".join(_shown(character) for character in unicodedata.normalize("NFC", text))


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if character in KEPT_CONTROLS:
        return character
    if category == "Zl" or category == "Zp" or character == "\t":
        return " "
    if category in {"Cc", "Cf", "Co", "Cn", "Cs"} or "\ufe00" <= character <= "\ufe0f":
        return ""
    if character >= FIRST_PICTURE and category in {"So", "Sk"}:
        return "" if category == "Sk" else f"[{unicodedata.name(character, 'picture').lower()}]"
    return character
