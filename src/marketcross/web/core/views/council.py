"""The council's colour and logo, as files of their own: no page carries inline style."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

LOGOS = {".svg": "image/svg+xml", ".png": "image/png"}


@cache_control(public=True, max_age=3600)
def css(request: HttpRequest) -> HttpResponse:
    """The council's colour, checked when the settings were read."""
    colour = settings.ENVIRONMENT.council_colour
    return HttpResponse(f":root{{--council:{colour}}}\n", content_type="text/css")


@cache_control(public=True, max_age=3600)
def logo(request: HttpRequest) -> FileResponse:
    """The council's logo, where the settings name one."""
    path = settings.ENVIRONMENT.council_logo
    if path is None or path.suffix not in LOGOS or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type=LOGOS[path.suffix])
