"""Log lines join up what happened and carry nobody."""

import json
import logging

import pytest
from django.test import Client

from marketcross.web.core.logs import Line, NoPerson


def line(record: logging.LogRecord) -> dict[str, object]:
    NoPerson().filter(record)
    parsed: dict[str, object] = json.loads(Line().format(record))
    return parsed


def test_arguments_and_exception_texts_never_reach_a_line() -> None:
    try:
        raise ValueError("Merrin Talloway, 01234 567890")
    except ValueError:
        import sys

        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed for %s", ("Merrin",), sys.exc_info())
    said = json.dumps(line(record))
    assert "Merrin" not in said and "01234" not in said
    assert "ValueError" in said and "test_logs" in said


class Kept(logging.Handler):
    """Keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.mark.django_db
def test_a_request_is_logged_by_the_name_of_its_route(monkeypatch: pytest.MonkeyPatch) -> None:
    logger, kept = logging.getLogger("marketcross.request"), Kept()
    monkeypatch.setattr(logger, "disabled", False)  # whatever another test's programs did to logging
    monkeypatch.setattr(logger, "handlers", [kept])
    monkeypatch.setattr(logger, "level", logging.INFO)
    logger.manager._clear_cache()
    Client().get("/sign-in/link/merrin-talloway-secret?email=merrin@example.org")
    said = "".join(json.dumps(line(record)) for record in kept.records)
    assert "core:sign_in_by_link" in said and "merrin" not in said
