"""A file about a person may be sent: text, and no more than we read."""

from marketcross.web.core.uploads.purposes import purpose

from .reading import MOST_BYTES

PERSON_FILE = "person_file"
purpose(PERSON_FILE, kinds={"txt"}, most_bytes=MOST_BYTES)
