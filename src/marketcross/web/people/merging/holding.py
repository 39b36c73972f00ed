"""Hold a person still while their record is read or merged, so that nobody sees half of a merge."""

from uuid import UUID

from django.db import transaction

from marketcross.web.people.models import Person
from marketcross.web.people.queries.current import current


def hold_still(person: UUID) -> UUID:
    """The record that ``person`` leads to, which nobody merges or parts before this transaction ends.

    Whoever comes while a merge runs waits for it and then reads the kept record; a merge waits for whoever reads.
    """
    assert transaction.get_connection().in_atomic_block, "hold_still needs a transaction"
    while True:
        leads_to = current(person)
        held = Person.objects.select_for_update().filter(pk=leads_to, merged_into__isnull=True)
        if list(held.values_list("pk")) or not Person.objects.filter(pk=leads_to).exists():
            return leads_to
