"""Where Wagtail finds our pages: at our own addresses, not at its own."""

from django.conf import settings
from wagtail.models import Site


def url_parts(address: str) -> tuple[int, str, str] | None:
    """``address`` as Wagtail takes it: a site's key, the site's address, and the address within."""
    site = Site.objects.filter(is_default_site=True).first()
    return (site.pk, settings.WAGTAILADMIN_BASE_URL, address) if site and address else None
