"""What other programs follow: new services (Atom), all pages (sitemap), and a service as linked data."""

import re
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, tostring

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from marketcross.web.directory.models import Publication, Service

from . import lists
from .answering import answers
from .linked import linked

NEWEST = 50
A_SITEMAP = 50_000  # the most addresses that sitemaps.org lets one file hold
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


@answers()
def new_services(request: HttpRequest) -> HttpResponse:
    """The newest services, latest first."""
    feed = Atom1Feed(
        title=_("New in the directory of support"),
        link=request.build_absolute_uri(reverse("directory:search")),
        feed_url=request.build_absolute_uri(),
        description="",
        language="en-gb",
    )
    for one in _published().select_related("service__organisation").order_by("-number")[:NEWEST]:
        page = _page(request, one.service_id)
        feed.add_item(
            title=_plain(one.service.name),
            link=page,
            description=_plain(one.service.description),
            author_name=_plain(one.service.organisation.name),
            unique_id=f"urn:uuid:{one.service_id}",
            pubdate=one.service.recorded_at,
            updateddate=one.modified_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@answers()
def linked_data(request: HttpRequest, service: UUID) -> HttpResponse:
    """A service in the words of schema.org."""
    found = lists.service(service)
    if found is None:
        raise Http404
    return JsonResponse(linked(found, _page(request, service)), content_type="application/ld+json")


@answers()
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The parts of the sitemap."""
    root = Element("sitemapindex", xmlns=_SITEMAPS)
    for part in range(1, _parts() + 1):
        where = request.build_absolute_uri(reverse("directory:sitemap_part", args=[part]))
        SubElement(SubElement(root, "sitemap"), "loc").text = where
    return _xml(root)


@answers()
def sitemap(request: HttpRequest, part: int) -> HttpResponse:
    """The pages of some services, with when each last changed."""
    if not 1 <= part <= _parts():
        raise Http404
    root = Element("urlset", xmlns=_SITEMAPS)
    rows = _published().order_by("number").values_list("service_id", "modified_at")
    for key, changed in rows[(part - 1) * A_SITEMAP : part * A_SITEMAP]:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = _page(request, key)
        SubElement(url, "lastmod").text = changed.isoformat(timespec="seconds")
    return _xml(root)


def _published() -> QuerySet[Publication]:
    return Publication.objects.filter(service__standing=Service.Standing.LISTED)


def _parts() -> int:
    return max(1, -(-Publication.objects.count() // A_SITEMAP))


def _page(request: HttpRequest, service: UUID) -> str:
    return request.build_absolute_uri(reverse("directory:service", args=[service]))


def _plain(text: str) -> str:
    """Without signs that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def _xml(root: Element) -> HttpResponse:
    return HttpResponse(tostring(root, encoding="utf-8", xml_declaration=True), content_type="application/xml")
