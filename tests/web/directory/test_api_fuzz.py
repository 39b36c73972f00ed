"""Questions that nobody thought of, made from our own description: no server error, and every answer as described."""

import os

import pytest
import schemathesis
from django.test.client import ClientHandler
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from .conftest import Lister

pytestmark = pytest.mark.django_db
EXAMPLES = int(os.environ.get("MARKETCROSS_FUZZ", "12"))  # of each address; the benchmark puts 20,000
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)
HOW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    database=None,
)


def application(environ, start_response):
    """Django as the tests' client runs it: in the test's own transaction, which a server would end after a request."""
    response = ClientHandler()(environ)
    start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
    return list(response)


def test_no_question_breaks_the_api(listed: Lister) -> None:
    for number in range(3):
        listed(f"Chess {number}", price_pence=number)
    schema = schemathesis.openapi.from_wsgi("/api/v3/openapi.json", application)
    for operation in schema.get_all_operations():
        _ask(operation.ok())


def _ask(operation) -> None:
    @seed(20261122)
    @settings(HOW)
    @given(case=operation.as_strategy())
    def ask(case) -> None:
        case.call_and_validate(checks=list(CHECKS))

    ask()
