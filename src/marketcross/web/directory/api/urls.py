"""The addresses for machines: the API beneath /api/v3/, the feed, the sitemap, and a service as linked data."""

from django.urls import path

from marketcross.web.core.access.rules import Rule, public

from . import bulk_views, feeds, views

ADDRESSES = [
    "/",
    "/openapi.json",
    "/services",
    "/services/{id}",
    "/service_at_locations",
    "/service_at_locations/{id}",
    "/taxonomies",
    "/taxonomies/{id}",
    "/taxonomy_terms",
    "/taxonomy_terms/{id}",
    "/bulk",
]
urlpatterns = [
    path("api/v3/", views.about, name="api"),
    path("api/v3/openapi.json", views.openapi, name="api_openapi"),
    path("api/v3/services", views.services, name="api_services"),
    path("api/v3/services/<str:key>", views.service, name="api_service"),
    path("api/v3/service_at_locations", views.service_at_locations, name="api_places"),
    path("api/v3/service_at_locations/<str:key>", views.service_at_location, name="api_place"),
    path("api/v3/taxonomies", views.taxonomy_list, name="api_taxonomies"),
    path("api/v3/taxonomies/<str:key>", views.taxonomy, name="api_taxonomy"),
    path("api/v3/taxonomy_terms", views.term_list, name="api_terms"),
    path("api/v3/taxonomy_terms/<str:key>", views.term, name="api_term"),
    path("api/v3/bulk", bulk_views.package, name="api_bulk"),
    path("api/v3/bulk/<str:name>", bulk_views.file, name="api_bulk_file"),
    path("api/v3/<path:rest>", views.nowhere, name="api_nowhere"),
    path("find-support/new.atom", feeds.new_services, name="new_services"),
    path("find-support/<uuid:service>.jsonld", feeds.linked_data, name="linked_data"),
    path("sitemap.xml", feeds.sitemap_index, name="sitemap"),
    path("sitemap-<int:part>.xml", feeds.sitemap, name="sitemap_part"),
]
RULES: dict[str, Rule] = {f"directory:{pattern.name}": public() for pattern in urlpatterns}
