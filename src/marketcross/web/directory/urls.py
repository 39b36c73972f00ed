"""The addresses of the directory."""

from django.urls import path

from .advice.urls import ADDRESSES
from .api.urls import urlpatterns as api
from .feedback.urls import ADDRESSES as FEEDBACK
from .registration.urls import ADDRESSES as REGISTER
from .stale.views import stale
from .views import checking, listing, own, searching, wanting

app_name = "directory"
urlpatterns = [
    *ADDRESSES,
    path("find-support", searching.search, name="search"),
    path("find-support/missing", wanting.want, name="want"),
    path("find-support/missing/thank-you", wanting.want_left, name="want_left"),
    path("find-support/<uuid:service>", searching.service, name="service"),
    path("list-your-group", listing.start, name="list_group"),
    path("list-your-group/check", listing.check_answers, name="list_check"),
    path("list-your-group/<slug:page>", listing.question, name="list_question"),
    path("your-services", own.services, name="own"),
    path("your-services/<uuid:service>", own.service, name="own_service"),
    path("your-services/<uuid:service>/change", own.change, name="change"),
    path("your-services/<uuid:service>/confirm", own.confirm, name="confirm"),
    path("your-services/<uuid:service>/hide", own.hide, name="hide"),
    path("your-services/<uuid:service>/show-again", own.show_again, name="show_again"),
    path("listings-to-check", checking.to_check, name="to_check"),
    path("listings-to-check/<uuid:service>", checking.one, name="to_check_one"),
    path("listings-to-check/<uuid:service>/checked", checking.checked, name="checked"),
    path("listings-to-check/<uuid:service>/hide", checking.hide, name="hidden_by_staff"),
    path("old-listings", stale, name="stale"),
    *REGISTER,
    *FEEDBACK,
    *api,
]
