"""The people whom somebody works beside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from marketcross.web.core.pages.listing import Column, listing
from marketcross.web.core.queries import today
from marketcross.web.people.fields import day
from marketcross.web.people.models import Person
from marketcross.web.people.queries import mine as beside
from marketcross.web.people.queries import with_names

from .found import reader


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My people and my team's, by name."""
    people = with_names(beside(reader(request), today()), today())
    columns = [
        Column(_("Name"), lambda person: person.shown_name, sort="shown_name", href=_address),
        Column(_("Born"), lambda person: day(person.born_on) or person.born_about or "", sort="born_on"),
        Column(_("Restricted"), lambda person: _("Yes") if person.restricted else ""),
    ]
    return render(request, "people/mine.html", {"listing": listing(request, people, columns, _("My people"))})


def _address(person: Person) -> str:
    return reverse("people:person", args=[person.pk])
