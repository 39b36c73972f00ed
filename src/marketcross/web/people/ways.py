"""The ways of people on from the first page."""

from marketcross.web.core.pages.ways import Way

WAYS: tuple[Way, ...] = ()
