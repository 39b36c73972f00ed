"""Serve the nightly package, whole and with each file's own digest as its ETag."""

import json

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from .answering import answers
from .bulk import DESCRIPTION, FILES, folder
from .problems import Problem


@answers()
def package(request: HttpRequest) -> HttpResponse:
    """Where the description of the package is, beside its files."""
    return redirect("directory:api_bulk_file", name=DESCRIPTION)


@answers()
def file(request: HttpRequest, name: str) -> HttpResponseBase:
    """One file of the package."""
    where = folder().resolve()
    if name not in (*FILES, DESCRIPTION) or not (where / name).is_file():
        raise Problem(404, "No such file", "The package is written each night: see /api/v3/bulk/datapackage.json.")
    described = (where / DESCRIPTION).read_bytes()
    if name == DESCRIPTION:
        return HttpResponse(described, content_type="application/json")
    one = next(resource for resource in json.loads(described)["resources"] if resource["path"] == name)
    answer = FileResponse((where / name).open("rb"), content_type="application/jsonl")
    answer["ETag"] = f'"{one["hash"]}"'
    return answer
