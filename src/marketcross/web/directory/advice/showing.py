"""Show one page: for everybody who reads it, and for the editor who looks at a draft."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from marketcross.web.core.letters.easy_read import lines_of
from marketcross.web.core.letters.pdf import FORMS

from .languages import LANGUAGES, day_in
from .leaflet import leaflet
from .models import AdvicePage
from .queries import in_other_languages


def show(request: HttpRequest, page: AdvicePage, *, easy: bool = False) -> HttpResponse:
    """The page, or its easy-read wording, with today's amounts."""
    today, words = timezone.localdate(), LANGUAGES[page.language]
    said = page.said_on(today)
    letter = leaflet(page, said)
    late = words.due.format(day_in(page.language, page.review_due)) if page.review_due <= today else ""
    context = {
        "page": page,
        "parts": lines_of(letter) if easy and said.easy else said.parts,
        "easy": easy,
        "said": said,
        "words": words,
        "reviewed": f"{words.reviewed.format(day_in(page.language, page.reviewed_on))} {late}".strip(),
        "law": [
            {**line.value, "read": words.source.format(line.value["source"]), "mark": words.unchecked}
            for line in page.law
        ],
        "amounts": [
            {"amount": one, "law": words.by_law.format(one.rule), "read": words.source.format(one.source)}
            for one in said.amounts
        ],
        "others": [{"page": other, "words": LANGUAGES[other.language]} for other in in_other_languages(page)],
        "pdf": f"{page.address}/leaflet.pdf" if page.address else "",
        "forms": [form.name for form in FORMS.values() if said.easy or not form.easy],
        "directory": directory_address(),
    }
    return render(request, "directory/advice/page.html", context)


def directory_address() -> str:
    """Where the directory is searched."""
    return reverse("directory:search")
