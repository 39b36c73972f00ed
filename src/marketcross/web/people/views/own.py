"""A person's own record: what we keep, who looked, what is kept back, who may help."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.models.role import Role
from marketcross.web.core.queries import today
from marketcross.web.people.actions import end_lending, keep_part, lend, show_part
from marketcross.web.people.forms.own import LendForm, PartsForm
from marketcross.web.people.models import Person
from marketcross.web.people.queries import person_of
from marketcross.web.people.queries.lent import kept_parts, lendings_of, parts_online
from marketcross.web.people.queries.looks import Look, looks_at
from marketcross.web.people.vocabulary import KeptFrom, Part

from .asking_again import refused
from .found import reader
from .plain import record_in_plain_words


def _own(request: HttpRequest) -> Person | None:
    key = person_of(reader(request), today())
    return Person.objects.filter(pk=key).first() if key else None


def _nobodys(request: HttpRequest) -> HttpResponse:
    """An account that is linked to no record yet."""
    return render(request, "people/own/none.html")


@never_cache
@require_safe
def record(request: HttpRequest) -> HttpResponse:
    """What we keep, in plain words, but for the parts that are off the internet."""
    one = _own(request)
    if one is None:
        return _nobodys(request)
    shown = parts_online(one.pk, today())
    context = record_in_plain_words(one, shown, reader(request), today())
    return render(request, "people/own/record.html", context | {"off": len(shown) < len(Part)})


@never_cache
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked, when and why: by name or by role, as the council has set it."""
    one = _own(request)
    if one is None:
        return _nobodys(request)
    shown = Part.WHO_LOOKED in parts_online(one.pk, today())
    rows = [{"look": look, "who": _who(look)} for look in looks_at(one.pk)] if shown else []
    return render(request, "people/own/looks.html", {"looks": rows, "shown": shown})


def _who(look: Look) -> str:
    roles = " ".join(str(dict(Role.choices)[role]) for role in sorted(look.roles)) or _("Somebody who helps you")
    by_name = settings.ENVIRONMENT.who_looked == "names"
    return f"{look.name.partition('(')[0].strip()} ({roles})" if by_name else roles


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def parts(request: HttpRequest) -> HttpResponse:
    """Keep parts from helpers, and take parts off the internet. Putting these back takes a word with us."""
    one, on = _own(request), today()
    if one is None:
        return _nobodys(request)
    helpers, internet = (set(kept_parts(one.pk, whom, on)) for whom in (KeptFrom.REPRESENTATIVES, KeptFrom.INTERNET))
    form = PartsForm(request.POST or None, initial={"helpers": sorted(helpers), "internet": sorted(internet)})
    if request.method == "POST" and form.is_valid():
        _keep(request, one, form, helpers)
        messages.success(request, _("We have kept back what you chose."))
        return redirect("people:my_record")
    return render(request, "people/own/parts.html", {"form": form})


def _keep(request: HttpRequest, one: Person, form: PartsForm, helpers: set[str]) -> None:
    by, at, on = Actor.of(reader(request)), timezone.now(), today()
    chosen = set(form.cleaned_data["helpers"])
    for part in chosen - helpers:
        keep_part(by=by, at=at, person=one, part=part, kept_from=KeptFrom.REPRESENTATIVES, on=on)
    for part in helpers - chosen:
        show_part(by=by, at=at, person=one, part=part, kept_from=KeptFrom.REPRESENTATIVES, on=on)
    for part in form.cleaned_data["internet"]:
        keep_part(by=by, at=at, person=one, part=part, kept_from=KeptFrom.INTERNET, on=on)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lendings(request: HttpRequest) -> HttpResponse:
    """Who may see the record, and let one more do so."""
    one, on = _own(request), today()
    if one is None:
        return _nobodys(request)
    form = LendForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and not refused(form, lambda: _lend(request, one, form)):
        messages.success(request, _("If they have an account here, they can see your record now."))
        return redirect("people:my_lendings")
    rows = [{"row": row, "kept": _names(row.kept_back)} for row in lendings_of(one.pk, on)]
    return render(request, "people/own/lendings.html", {"form": form, "lendings": rows})


def _names(parts: list[str]) -> str:
    names = dict(Part.choices)
    return ", ".join(str(names[part]) for part in parts)


def _lend(request: HttpRequest, one: Person, form: LendForm) -> None:
    """Nothing tells whether the address has an account: where it has none, nothing is lent."""
    said, user = form.cleaned_data, form.user
    if user and user.pk != reader(request).pk:
        lend(
            by=Actor.of(reader(request)),
            at=timezone.now(),
            person=one,
            user=user,
            starts_on=today(),
            ends_on=said["ends_on"],
            kept_back=said["kept_back"],
        )


@require_POST
def lending_ended(request: HttpRequest, lending: UUID) -> HttpResponse:
    """Lend no more, at once. What stands on an authority ends with it, and not here."""
    one = _own(request)
    row = get_object_or_404(lendings_of(one.pk if one else UUID(int=0), today()), pk=lending, relationship__isnull=True)
    end_lending(by=Actor.of(reader(request)), at=timezone.now(), lending=row, on=today())
    messages.success(request, _("They can no longer see your record."))
    return redirect("people:my_lendings")
