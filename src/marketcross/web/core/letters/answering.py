"""Answer a request for a letter: as a page, or as PDF in the form that the address names."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from .easy_read import NotEasyToReadError
from .letter import Letter
from .pdf import FORMS, CannotPrintError, as_pdf


def as_page(request: HttpRequest, letter: Letter, **more: object) -> HttpResponse:
    """The letter as a page that prints well. ``pdf``: the address of its PDF, for the links to the other forms."""
    return render(request, "core/letters/letter.html", {"letter": letter, "forms": _forms(letter)} | more)


def as_download(request: HttpRequest, letter: Letter, name: str, form: str) -> HttpResponse:
    """The letter as a file called ``name``.

    :raises Http404: an unknown form, or easy read of a letter that has no wording for it.
    """
    if form not in FORMS:
        raise Http404
    try:
        pdf = as_pdf(letter, FORMS[form])
    except NotEasyToReadError as error:
        raise Http404 from error
    except CannotPrintError:
        return render(request, "core/letters/cannot_print.html", status=422)
    headers = {"Content-Disposition": f'attachment; filename="{name}-{form}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _forms(letter: Letter) -> list[str]:
    return [form.name for form in FORMS.values() if letter.easy or not form.easy]
