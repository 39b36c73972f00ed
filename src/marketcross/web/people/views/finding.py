"""Find somebody by whatever is known of them. What was typed goes into no address, no log and no history."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from marketcross.web.core.models import User
from marketcross.web.core.queries import today
from marketcross.web.people.fields import day
from marketcross.web.people.finding import find_more
from marketcross.web.people.forms.finding import FindForm
from marketcross.web.people.queries import PersonSummary
from marketcross.web.people.queries import mine as beside

from .found import reader


@dataclass(frozen=True, slots=True)
class Line:
    """One person found: a bare line where they are not of one's own work."""

    id: UUID
    name: str
    born: Any
    place: str
    died: bool
    mine: bool
    href: str


@never_cache
@sensitive_post_parameters("text")
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """One box, and under it who may be meant."""
    form, user = FindForm(request.POST if request.method == "POST" else None), reader(request)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        people, more = find_more(user, form.cleaned_data["text"], today())
        context |= {"lines": lines(user, people), "more": more}
    return render(request, "people/find.html", context)


def lines(user: User, people: list[PersonSummary]) -> list[Line]:
    """What the list tells: of one's own people the birthday and the postcode, of others the year and the locality."""
    own = set(beside(user, today()).filter(pk__in=[one.id for one in people]).values_list("pk", flat=True))
    return [_line(one, mine=one.id in own) for one in people]


def _line(one: PersonSummary, *, mine: bool) -> Line:
    year = one.born_on.year if one.born_on else one.born_about
    born = (day(one.born_on) or one.born_about) if mine else year
    place = one.postcode if mine else one.place
    href = reverse("people:person" if mine else "people:ask", args=[one.id])
    return Line(one.id, one.name, born or "", place, bool(one.died_on), mine, href)
