"""Where a key leads after merges, and the opaque number under which a person leaves."""

from uuid import UUID

from marketcross.web.people.models import Person


def current(person: UUID) -> UUID:
    """The record that a key leads to: itself, or the one that it was merged into, however often."""
    into = Person.objects.filter(pk=person).values_list("merged_into", flat=True).first()
    return current(into) if into else person


def return_id_of(person: UUID) -> UUID | None:
    """The opaque number of a person in counts and returns; it is the same for the restricted."""
    return Person.objects.filter(pk=current(person)).values_list("return_id", flat=True).first()
