"""How the API answers: JSON for everybody on the web, with an ETag, and problems that say what to do."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from pydantic import BaseModel

from .problems import Problem, not_allowed, not_an_id

METHODS = "GET, HEAD, OPTIONS"
FRESH, LASTING = 60, 3_600  # seconds that a cache may keep what changes with each edit, and what a release changes


def answers(
    *, seconds: int = FRESH
) -> Callable[[Callable[..., BaseModel | HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Make a function that returns a shape into a view. Nothing is written, so nobody's page can be made to write."""

    def decorate(function: Callable[..., BaseModel | HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @csrf_exempt
        @wraps(function)
        def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return _open_to_all(_answer(function, request, seconds, *args, **kwargs))

        return view

    return decorate


def _answer(
    function: Callable[..., Any], request: HttpRequest, seconds: int, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    if request.method == "OPTIONS":
        return HttpResponse(status=204)
    try:
        if request.method not in ("GET", "HEAD"):
            raise not_allowed()
        said = function(request, *args, **kwargs)
    except Problem as problem:
        return problem.response()
    return _cached(request, said if isinstance(said, HttpResponseBase) else _json(said), seconds)


def _json(said: BaseModel) -> HttpResponse:
    return HttpResponse(said.model_dump_json(exclude_none=True), content_type="application/json")


def _cached(request: HttpRequest, response: HttpResponseBase, seconds: int) -> HttpResponseBase:
    """With an ETag of the very bytes: who has them already is told so, in 304."""
    response["Cache-Control"] = f"public, max-age={seconds}"
    if not response.has_header("ETag"):
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _open_to_all(response: HttpResponseBase) -> HttpResponseBase:
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "If-None-Match, Accept"
    response["Access-Control-Expose-Headers"] = "ETag"
    response["Access-Control-Max-Age"] = "86400"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    if response.status_code in (204, 405):
        response["Allow"] = METHODS
    return response


def identifier(text: str) -> UUID:
    """The identifier in an address.

    :raises Problem: it is none.
    """
    try:
        return UUID(text)
    except ValueError:
        raise not_an_id(text) from None
