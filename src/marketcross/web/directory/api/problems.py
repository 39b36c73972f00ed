"""What goes wrong, as application/problem+json (RFC 9457): what, where, and what to do."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse


class Problem(Exception):
    """An answer that is no success. ``detail`` says what to do."""

    def __init__(self, status: int, title: str, detail: str, **more: Any) -> None:
        super().__init__(title)
        self.status, self.title, self.detail, self.more = status, title, detail, more

    def response(self) -> HttpResponse:
        body = {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail} | self.more
        return HttpResponse(
            json.dumps(body, ensure_ascii=False), status=self.status, content_type="application/problem+json"
        )


class BadQuestion(Problem):
    """Parameters that cannot be answered: each by name, with what to do."""

    def __init__(self, wrong: Mapping[str, str]) -> None:
        errors = [{"parameter": name[:100], "detail": words} for name, words in wrong.items()]
        detail = "Change or leave out: " + "; ".join(f"{e['parameter']} ({e['detail']})" for e in errors)
        super().__init__(400, "The question cannot be answered as it stands", detail, errors=errors)


def not_an_id(text: str) -> Problem:
    """An identifier in an address that is none."""
    words = "An identifier is a UUID, such as 0190a3b2-1c2d-7e3f-8a4b-5c6d7e8f9a0b. Take it from the list."
    return Problem(400, "That is no identifier", words, given=text[:100])


def not_there(what: str) -> Problem:
    """Nothing listed bears that identifier (any more)."""
    return Problem(
        404, f"No such {what}", f"It may have been hidden or closed since. Ask the list for each {what} there is."
    )


def beyond_the_end(pages: int) -> Problem:
    """A page after the last."""
    return Problem(
        404, "That page is beyond the end", f"There are {pages} pages: ask for page 1 to {pages}.", total_pages=pages
    )


def not_allowed() -> Problem:
    """A method that would write."""
    return Problem(405, "This API is for reading only", "Use GET, HEAD or OPTIONS.")


def no_such_address(known: list[str]) -> Problem:
    """An address under /api/v3/ that leads nowhere."""
    return Problem(
        404, "There is nothing at this address", "Addresses have no slash at their end. There are: " + ", ".join(known)
    )
