"""Records that may be of one person: the list, two side by side, and a merge undone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import User
from marketcross.web.core.queries import today
from marketcross.web.people.forms.merging import MergeForm
from marketcross.web.people.merging import CannotMerge
from marketcross.web.people.merging.acting import merge, unmerge
from marketcross.web.people.merging.checking import why_not
from marketcross.web.people.merging.choosing import sides
from marketcross.web.people.merging.kinds import open_work_of
from marketcross.web.people.merging.listing import judge_two
from marketcross.web.people.merging.telling import name_of_gone
from marketcross.web.people.models import LikelySame, Merge, Person
from marketcross.web.people.queries import may, mine, visible
from marketcross.web.people.queries import people as summaries

from .finding import lines
from .found import found, reader

SHOWN = 50
WORDS = {
    "same_name": gettext_lazy("the same name"),
    "like_name": gettext_lazy("names that are near"),
    "same_birthday": gettext_lazy("the same birthday"),
    "swapped_birthday": gettext_lazy("day and month of birth changed about"),
    "same_postcode": gettext_lazy("the same postcode"),
    "same_telephone": gettext_lazy("the same telephone number"),
    "other_birthday": gettext_lazy("different birthdays"),
}


@require_safe
def likely(request: HttpRequest) -> HttpResponse:
    """Pairs of which one at least is of my people, the likeliest first."""
    pairs = list(_pairs(reader(request))[:SHOWN])
    return render(request, "people/likely.html", {"pairs": [_told(reader(request), pair) for pair in pairs]})


def _pairs(user: User) -> QuerySet[LikelySame]:
    """Only of records that the user may list: one that was restricted since is gone from here at once."""
    own, listed = mine(user, today()).values("pk"), visible(user, today()).values("pk")
    open_pairs = LikelySame.objects.filter(judged_on__isnull=True, one__in=listed, other__in=listed)
    return (open_pairs.filter(one__in=own) | open_pairs.filter(other__in=own)).order_by("-points", "pk")


def _told(user: User, pair: LikelySame) -> dict[str, Any]:
    both = lines(user, summaries([pair.one_id, pair.other_id], today()))
    kept, gone = sorted(both, key=lambda line: not line.mine)
    return {"pair": pair, "kept": kept, "gone": gone, "reasons": [WORDS[one] for one in pair.reasons]}


@require_POST
def two_people(request: HttpRequest, pair: UUID) -> HttpResponse:
    """Say that two records are of two people."""
    one = get_object_or_404(_pairs(reader(request)), pk=pair)
    judge_two(by=Actor.of(request.user), at=timezone.now(), pair=one, on=today())
    messages.success(request, _("Noted that they are two people."))
    return redirect("people:likely")


@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, person: UUID, other: UUID) -> HttpResponse:
    """Two records side by side, what counts of each, and the button that makes them one."""
    user, kept, gone = reader(request), found(person), _other(reader(request), other)
    if not may(user, gone.pk, today()):
        return redirect("people:ask", person=gone.pk)
    work = bool(open_work_of(kept.pk) and open_work_of(gone.pk))
    differing = sides(kept, gone)
    form = MergeForm(differing, work, request.POST if request.method == "POST" else None)
    reasons = why_not(kept, gone, by=user.pk, on=today(), work_decided=True)
    if request.method == "POST" and form.is_valid() and not reasons:
        try:
            merge(
                by=Actor.of(user),
                at=timezone.now(),
                kept=kept.pk,
                gone=gone.pk,
                choices=form.choices(),
                work_decided=work,
            )
        except CannotMerge as refused:
            reasons = refused.reasons
        else:
            messages.success(request, _("The two records are one now."))
            return redirect("people:person", person=kept.pk)
    one, two = summaries([kept.pk, gone.pk], today())
    context = {"form": form, "kept": one, "gone": two, "reasons": reasons, "same": not differing}
    return render(request, "people/compare.html", context)


def _other(user: User, key: UUID) -> Person:
    """The second record, where the user may know of it.

    :raises Http404: they may not, or there is none.
    """
    one = found(key)
    if not visible(user, today()).filter(pk=one.pk).exists() and not may(user, one.pk, today()):
        raise Http404
    return one


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, person: UUID, merge: UUID) -> HttpResponse:
    """Say what undoing a merge does, and do it."""
    one = found(person)
    done = get_object_or_404(Merge, pk=merge, kept=one, undone_at__isnull=True)
    reasons: list[str] = []
    if request.method == "POST":
        try:
            unmerge(by=Actor.of(request.user), at=timezone.now(), merge=done)
        except CannotMerge as refused:
            reasons = refused.reasons
        else:
            messages.success(request, _("They are two records again."))
            return redirect("people:person", person=one.pk)
    context = {"kept": summaries([one.pk], today())[0], "gone_name": name_of_gone(done), "reasons": reasons}
    return render(request, "people/undo.html", context)


@require_safe
def merges(request: HttpRequest, person: UUID) -> HttpResponse:
    """The merges of a record, the last one first; only the last can be undone."""
    done = Merge.objects.filter(kept=found(person), undone_at__isnull=True).order_by("-pk")
    told = [{"pk": one.pk, "at": one.at, "name": name_of_gone(one)} for one in done]
    return render(request, "people/merges.html", {"merges": told, "person": summaries([found(person).pk])[0]})
