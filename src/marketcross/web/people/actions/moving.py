"""Where a person lives, stays or gets letters, and who is their GP."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from marketcross.web.core.actions import note
from marketcross.web.core.actor import Actor
from marketcross.web.people.acting import about_person
from marketcross.web.people.checks import problems_of, refuse
from marketcross.web.people.finding import keep
from marketcross.web.people.lines import put
from marketcross.web.people.models import Address, GpRegistration, Person
from marketcross.web.people.vocabulary import AddressKind
from marketcross.web.places.queries import normal_postcode

from .changing import refuse_the_future
from .standing import keep_what_stood

HOMES = (AddressKind.HOME, AddressKind.NO_FIXED_ADDRESS)


@about_person("people.home_changed")
def change_home(
    *, by: Actor, at: datetime, person: Person, lines: str = "", postcode: str = "", no_fixed_address: bool = False
) -> Address:
    """Say where somebody lives from a day on: an address, or none that is fixed.

    :raises ValidationError: the postcode is none, or nothing is said.
    """
    kind = AddressKind.NO_FIXED_ADDRESS if no_fixed_address else AddressKind.HOME
    address = _address(at, person, kind, lines, postcode)
    keep_what_stood(person, "home")
    address = put(Address.objects.select_for_update().filter(person=person, kind__in=HOMES), address)
    return _noted(address, "home")


@about_person("people.other_address_changed")
def change_other_address(
    *, by: Actor, at: datetime, person: Person, kind: str, lines: str = "", postcode: str = ""
) -> Address:
    """Say where somebody stays for a while, or where letters go."""
    address = _address(at, person, AddressKind(kind), lines, postcode)
    address = put(Address.objects.select_for_update().filter(person=person, kind=kind), address)
    return _noted(address, str(kind))


def _address(at: datetime, person: Person, kind: AddressKind, lines: str, postcode: str) -> Address:
    refuse_the_future(at)
    refuse(dict(problems_of({"postcode": postcode}, timezone.localdate())))
    lines = "\n".join(" ".join(line.split()) for line in lines.splitlines() if line.strip())
    if not (lines or postcode or kind is AddressKind.NO_FIXED_ADDRESS):
        raise ValidationError({"lines": [_("Enter an address or a postcode, or say that there is no fixed address")]})
    written = normal_postcode(postcode) or ""
    return Address(person=person, kind=kind, lines=lines, postcode=written, starts_on=timezone.localdate(at))


def _noted(address: Address, field: str) -> Address:
    said = {"kind": address.kind, "lines": address.lines, "postcode": address.postcode}
    note(address, **said, starts_on=address.starts_on)
    note(address.person, **{field: said})
    keep(address.person_id)
    return address


@about_person("people.gp_changed")
def change_gp(*, by: Actor, at: datetime, person: Person, practice: str, code: str = "") -> GpRegistration:
    """Say with which practice somebody is registered from a day on."""
    refuse_the_future(at)
    starts_on = timezone.localdate(at)
    keep_what_stood(person, "gp")
    rows = GpRegistration.objects.select_for_update().filter(person=person)
    held = put(rows, GpRegistration(person=person, practice=practice, code=code, starts_on=starts_on))
    note(held, practice=practice, code=code, starts_on=starts_on)
    note(person, gp=f"{practice} {code}".strip())
    return held
