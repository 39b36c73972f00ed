"""Who may list personal care: an organisation where a location of the register carries it on that day."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from marketcross.opendata.cqc import Verdict, Where, may_list_personal_care
from marketcross.web.directory.categories import kinds
from marketcross.web.directory.listing import Listing
from marketcross.web.directory.models import Registration, RegistrationLoad, RegistrationMatch, Service

from .kept import location_of

_WHERE = {"own_home": Where.PERSONS_OWN_HOME, "care_home": Where.CARE_HOME}
FIELD = "cqc_location"


def where_given(category: str) -> Where | None:
    """Where a kind of support gives personal care; None where it does not, or only may."""
    kind = kinds().get(category)
    return _WHERE[kind.personal_care] if kind and kind.personal_care else None


def normal_number(text: str) -> str:
    """A location's number in its one form."""
    return "".join(text.split()).upper()


def registered(listing: Listing, *, on: date) -> Iterator[tuple[str, str]]:
    """What is wrong with the CQC location of a listing on a day, in words that say what to do."""
    where, number = where_given(listing.category), normal_number(listing.cqc_location)
    if not number:
        if where:
            yield FIELD, _none_given()
        return
    found = Registration.objects.filter(pk=number).first()
    if found is None:
        yield FIELD, _not_found()
    elif where and not (verdict := may_list_personal_care(location_of(found), on=on, where=where)):
        yield FIELD, f"{verdict.why} {_refused()}"


def carries(service: Service, *, on: date) -> Verdict:
    """Whether a service may be shown: its kind needs no registration, or its confirmed location carries it."""
    where = where_given(service.category_id)
    if where is None:
        return Verdict(True, "")
    match = RegistrationMatch.objects.filter(service_id=service.pk).select_related("registration").first()
    if match is None:
        return Verdict(False, _("Match it with its CQC location first."))
    if match.confirmed_on is None:
        return Verdict(False, _("See that the CQC location is theirs, and confirm it first."))
    return may_list_personal_care(location_of(match.registration), on=on, where=where)


def _none_given() -> str:
    return _(
        "Enter the CQC location number of the place that gives this care. If people engage you themselves, choose "
        "“Personal assistants” instead"
    )


def _not_found() -> str:
    newest = RegistrationLoad.objects.first()
    if newest is None:
        return _("We cannot look up CQC numbers yet. Call us on %(phone)s.") % {"phone": _phone()}
    return _(
        "We do not find this number in the CQC's register of %(day)s. Check it on the CQC's website. Is it newer than "
        "that? Call us on %(phone)s."
    ) % {"day": date_format(newest.on, "j F Y"), "phone": _phone()}


def _refused() -> str:
    return _("If that is wrong, tell the CQC, then call us on %(phone)s.") % {"phone": _phone()}


def _phone() -> str:
    return str(settings.ENVIRONMENT.contact_phone)
