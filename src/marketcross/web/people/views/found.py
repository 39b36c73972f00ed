"""The person whom an address is about."""

from uuid import UUID

from django.http import Http404, HttpRequest

from marketcross.web.core.models import User
from marketcross.web.people.models import Person


def found(key: UUID) -> Person:
    """The record that a key leads to, after merges.

    :raises Http404: there is none.
    """
    person = Person.objects.filter(pk=key).first()
    if person is None:
        raise Http404
    return found(person.merged_into_id) if person.merged_into_id else person


def reader(request: HttpRequest) -> User:
    """Whoever is signed in; the access rule has made sure of it."""
    assert isinstance(request.user, User)
    return request.user


def standing(request: HttpRequest) -> frozenset[str]:
    """In which relations the reader stands to the record of the address, as its access rule found."""
    relations: frozenset[str] = request.standing  # type: ignore[attr-defined]
    return relations
