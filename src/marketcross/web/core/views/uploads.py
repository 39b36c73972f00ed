"""A person's own files: send one, see what became of it, save it again, remove it."""

from csp.decorators import csp_exempt
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from marketcross.web.core.actor import Actor
from marketcross.web.core.models import Upload, User
from marketcross.web.core.uploads import store
from marketcross.web.core.uploads.actions import keep_upload, remove_upload
from marketcross.web.core.uploads.forms import UploadForm
from marketcross.web.core.uploads.inspecting import RefusedFile
from marketcross.web.core.uploads.purposes import MEDIA_TYPES

PURPOSE = "own_file"
# Should a browser show the file after all, it runs nothing, asks for nothing and belongs to no place.
SEALED_OFF = "sandbox; default-src 'none'; frame-ancestors 'none'"


@never_cache
def uploads(request: HttpRequest) -> HttpResponse:
    """The files of whoever is signed in, and a form for one more."""
    assert isinstance(request.user, User)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent, purpose=PURPOSE)
    if request.method == "POST" and form.is_valid() and _kept(request, request.user, form):
        return redirect("core:uploads")
    own = Upload.objects.filter(owner=request.user, purpose=PURPOSE).order_by("-recorded_at")[:100]
    return render(request, "core/uploads/uploads.html", {"form": form, "uploads": own})


def _kept(request: HttpRequest, owner: User, form: UploadForm) -> bool:
    file = form.cleaned_data["file"]
    asked = {"purpose": PURPOSE, "name": file.name or "", "content": file.read()}
    try:
        keep_upload(by=Actor.of(owner), at=timezone.now(), owner=owner, **asked)
    except RefusedFile as problem:
        form.add_error("file", str(problem))
        return False
    messages.success(request, _("Your file is kept."))
    return True


@never_cache
@csp_exempt()
@require_safe
def upload(request: HttpRequest, upload: str) -> FileResponse:
    """The file itself, to be saved and not shown. One that waits or was refused is not found."""
    found = get_object_or_404(Upload, pk=upload)
    path = store.path_of(found.stored_name)
    if not found.may_be_opened or not path.is_file():
        raise Http404
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=found.name, content_type=MEDIA_TYPES[found.kind]
    )
    response["Content-Security-Policy"] = SEALED_OFF
    return response


@require_POST
def upload_removed(request: HttpRequest, upload: str) -> HttpResponse:
    """Remove a file for good."""
    found = get_object_or_404(Upload, pk=upload)
    remove_upload(by=Actor.of(request.user), at=timezone.now(), upload=found)  # type: ignore[arg-type]
    messages.success(request, _("The file is removed."))
    return redirect("core:uploads")
