"""The ways of directory on from the first page."""

from marketcross.web.core.pages.ways import Way

WAYS: tuple[Way, ...] = ()
