"""What wraps every request: its key, and one log line that names no person."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .request import begin_request, end_request

log = logging.getLogger("marketcross.request")


class RequestContext:
    """Gives each request a key, and logs method, the name of the route (never the address), status and time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key, started = begin_request(), time.perf_counter()
        try:
            response = self.get_response(request)
            route = request.resolver_match.view_name if request.resolver_match else "none"
            milliseconds = round((time.perf_counter() - started) * 1000, 1)
            log.info(
                "request",
                extra={"route": route, "method": request.method, "status": response.status_code, "ms": milliseconds},
            )
            response["X-Request-Id"] = str(key)
            return response
        finally:
            end_request()
