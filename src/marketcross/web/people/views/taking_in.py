"""Take in somebody who comes from another council: the file is checked, who it may be is shown, a person decides."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Upload, User
from marketcross.web.core.queries import today
from marketcross.web.core.uploads import store
from marketcross.web.core.uploads.actions import keep_upload, remove_upload
from marketcross.web.core.uploads.inspecting import RefusedFile
from marketcross.web.people.forms.handing_over import DecisionForm, TakeInForm
from marketcross.web.people.importing import BadFile, Reading, look_alikes, read, take_in
from marketcross.web.people.importing.purpose import PERSON_FILE

from .asking_again import refused
from .found import reader
from .received import sections_told

METHODS = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@METHODS
def send(request: HttpRequest) -> HttpResponse:
    """Send the file."""
    user = reader(request)
    form = TakeInForm(request.POST, request.FILES) if request.method == "POST" else TakeInForm()
    kept: list[Upload] = []

    def act() -> None:
        file = form.cleaned_data["file"]
        try:
            sent = {"purpose": PERSON_FILE, "name": "person.txt", "content": file.read()}
            kept.append(keep_upload(by=Actor.of(user), at=timezone.now(), owner=user, **sent))
        except RefusedFile as problem:
            raise ValidationError({"file": [str(problem)]}) from None

    if request.method == "POST" and form.is_valid() and not refused(form, act):
        return redirect("people:take_in_file", upload=kept[0].pk)
    return render(request, "people/take_in.html", {"form": form})


@never_cache
@METHODS
def decide(request: HttpRequest, upload: UUID) -> HttpResponse:
    """What the file says, who it may be, and what to do: add, join, or leave it."""
    user = reader(request)
    row = get_object_or_404(Upload, pk=upload, owner=user, purpose=PERSON_FILE)
    if not row.may_be_opened:
        return render(request, "people/take_in_file.html", {"waits": True})
    try:
        reading = read(store.path_of(row.stored_name).read_bytes())
    except BadFile as problem:
        if request.method == "POST":
            return _left(request, user, row)
        return render(request, "people/take_in_file.html", {"problems": problem.problems})
    alike = look_alikes(reading, user, today())
    form = DecisionForm(alike, request.POST or None, initial={"moves_on": today()})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["what"] == "leave":
            return _left(request, user, row)
        done: list[Any] = []
        if not refused(form, lambda: done.append(_taken(user, row, reading, form))):
            messages.success(request, _("They are in the register, and you work beside them."))
            return redirect("people:person", person=done[0].pk)
    shown, came = sections_told(reading.rows), sections_told(reading.as_came)
    context = {"form": form, "made_by": reading.council, "shown": shown, "came": came, "alike": alike}
    return render(request, "people/take_in_file.html", context)


def _taken(user: User, row: Upload, reading: Reading, form: DecisionForm) -> Any:
    by, at = Actor.of(user), timezone.now()
    moves_on, join = form.cleaned_data["moves_on"], form.join
    person = take_in(by=by, at=at, reading=reading, moves_on=moves_on, user=user, join=join)
    remove_upload(by=by, at=at, upload=row)
    return person


def _left(request: HttpRequest, user: User, row: Upload) -> HttpResponse:
    remove_upload(by=Actor.of(user), at=timezone.now(), upload=row)
    messages.success(request, _("The file is removed. Nobody was taken in."))
    return redirect("people:take_in")
