"""The form of a postcode: ``ZX1 0AA``, in capitals with one space."""

import re

# Older directories keep GIR 0AA and Newport's NPT; the inward half is always a digit and two letters.
_FORM = re.compile(r"(?P<outward>[A-Z]{1,2}[0-9][A-Z0-9]?|GIR|NPT)(?P<inward>[0-9OI][A-Z]{2})")
_DIGIT = str.maketrans("OI", "01")


def normal_postcode(text: str) -> str | None:
    """The postcode that somebody wrote, as directories write it; None where the text is no postcode.

    Spaces, dots and dashes go and small letters grow. A letter O or I where only a digit can stand is read as that
    digit. Whether the postcode exists is for a directory to say.
    """
    found = _FORM.fullmatch(re.sub(r"[\s.\-]", "", text).upper())
    if found is None:
        return None
    inward = found["inward"]
    return f"{found['outward']} {inward[0].translate(_DIGIT)}{inward[1:]}"
