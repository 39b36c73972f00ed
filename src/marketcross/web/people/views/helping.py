"""The records that are lent to somebody who helps: what they may see, and nothing else."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from marketcross.web.core.queries import today
from marketcross.web.people.queries import people
from marketcross.web.people.queries.lent import borrowed, parts_lent

from .found import found, reader
from .plain import record_in_plain_words


@never_cache
@require_safe
def helping(request: HttpRequest) -> HttpResponse:
    """Whose records are lent to me."""
    keys = borrowed(reader(request), today()).values_list("pk", flat=True)
    return render(request, "people/own/helping.html", {"people": people(keys)})


@never_cache
@require_safe
def lent(request: HttpRequest, person: UUID) -> HttpResponse:
    """One record but for the parts that are kept back."""
    one, user, on = found(person), reader(request), today()
    if not borrowed(user, on).filter(pk=one.pk).exists():
        raise Http404
    context = record_in_plain_words(one, parts_lent(one.pk, user, on), user, on)
    return render(request, "people/own/lent.html", context)
