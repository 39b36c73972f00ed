"""The ways of places on from the first page."""

from marketcross.web.core.pages.ways import Way

WAYS: tuple[Way, ...] = ()
