"""The wider policy of Wagtail's admin, which needs inline code. It holds for /cms/ and nowhere else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; "
    "base-uri 'self'; object-src 'none'"
)


class EditorsPolicy:
    """Sets the policy of /cms/ on its way out, and lets its previews stand in frames of the same place."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith("/cms/"):
            response["Content-Security-Policy"] = POLICY
            response["X-Frame-Options"] = "SAMEORIGIN"
        return response
