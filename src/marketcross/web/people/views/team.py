"""Who works beside a person; and parts that the person keeps off the internet, shown again at their word."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from marketcross.web.core.actor import Actor
from marketcross.web.core.queries import in_force, today
from marketcross.web.people.actions import assign, end_assignment, show_part
from marketcross.web.people.forms.team import AssignForm, TeamForm, bound_where
from marketcross.web.people.models import Assignment, KeptPart, Person
from marketcross.web.people.queries import person as summary_of
from marketcross.web.people.vocabulary import KeptFrom, Part

from .asking_again import refused
from .found import found, reader


@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, person: UUID) -> HttpResponse:
    """Who is beside them; add a colleague or a team, or end an assignment."""
    one = found(person)
    colleague, whole = bound_where(AssignForm, request.POST, "email"), bound_where(TeamForm, request.POST, "team")
    if request.method == "POST" and (_ended(request, one) or _assigned(request, one, colleague, whole)):
        messages.success(request, _("The record is changed."))
        return redirect("people:mine" if not _still(request, one) else "people:team", **_where(request, one))
    rows = Assignment.objects.filter(in_force(today()), person=one).select_related("user", "team").order_by("pk")
    kept = KeptPart.objects.filter(in_force(today()), person=one, kept_from=KeptFrom.INTERNET).order_by("part")
    context = {"person": summary_of(one.pk), "assignments": rows, "kept": kept, "colleague": colleague, "whole": whole}
    return render(request, "people/team.html", context | {"form": whole if whole.is_bound else colleague})


def _still(request: HttpRequest, one: Person) -> bool:
    """Whether whoever changed this may still see it: one can end one's own assignment."""
    from marketcross.web.people.queries import may

    return bool(may(reader(request), one.pk, today()) & {"assigned", "same_team"})


def _where(request: HttpRequest, one: Person) -> dict[str, UUID]:
    return {"person": one.pk} if _still(request, one) else {}


def _ended(request: HttpRequest, one: Person) -> bool:
    row = Assignment.objects.filter(in_force(today()), person=one, pk=_key(request.POST.get("end", ""))).first()
    if row is None:
        return False
    end_assignment(by=Actor.of(reader(request)), at=timezone.now(), assignment=row, ends_on=today())
    return True


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _assigned(request: HttpRequest, one: Person, colleague: AssignForm, whole: TeamForm) -> bool:
    form = whole if whole.is_bound else colleague
    if not (form.is_bound and form.is_valid()):
        return False
    said, by, at = form.cleaned_data, Actor.of(reader(request)), timezone.now()
    who = {"user": said["email"], "part": said["part"]} if "email" in said else {"team": said["team"]}

    def act() -> None:
        held = Assignment.objects.filter(person=one, user=who.get("user"), team=who.get("team"), ends_on__isnull=True)
        if held.exists():
            raise ValidationError(_("They work beside this person already"))
        assign(by=by, at=at, person=one.pk, starts_on=today(), **who)

    return not refused(form, act)


@require_POST
def part_shown(request: HttpRequest, person: UUID) -> HttpResponse:
    """Show a part on the person's own pages again, once they have said so themselves, on a safe line."""
    one, part = found(person), request.POST.get("part", "")
    if part in Part.values:
        by, on = Actor.of(reader(request)), today()
        show_part(by=by, at=timezone.now(), person=one, part=part, kept_from=KeptFrom.INTERNET, on=on)
        messages.success(request, _("The person's pages show this part again."))
    return redirect("people:team", person=one.pk)
