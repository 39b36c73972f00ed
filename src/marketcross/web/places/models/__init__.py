"""The tables of places, one idea a file."""

from .load import PostcodeLoad
from .locality import Locality
from .postcode import Postcode
from .postcode_locality import PostcodeLocality

__all__ = ["Locality", "Postcode", "PostcodeLoad", "PostcodeLocality"]
