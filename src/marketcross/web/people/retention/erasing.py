"""Erase a person, in one transaction: what was said goes; codes, days and sums stay under a number that leads nowhere.

The order follows from who refers to whom. The audit stays: its digests name nothing once history is gone.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.core.models import History, Message
from marketcross.web.people.exporting.gathering import merged_into
from marketcross.web.people.exporting.kinds import kinds
from marketcross.web.people.finding.sweeping import forget_words
from marketcross.web.people.merging import hold_still
from marketcross.web.people.merging.kinds import references
from marketcross.web.people.models import (
    ContactDetail,
    Findable,
    HeldBack,
    Lending,
    Merge,
    Person,
    PersonAccount,
    ReceivedRow,
    Relationship,
)

from .accounts import close_accounts
from .registering import going, nameless

ERASED = "(erased)"  # where a table wants a word and there is none any more
Rows = set[tuple[str, str]]  # as the audit calls them: the kind of a record, and its key


@action("people.erased")
def erase_person(*, by: Actor, at: datetime, person: UUID, schedule: str) -> Person:
    """Erase a record with all that were merged into it. Returns the record that stays: it holds no fact but that it is.

    It is restricted and nobody is named for it, so that no page, list or search ever shows it; totals count it.
    """
    kept = hold_still(person)
    keys = [kept, *merged_into(kept)]
    found = Person.objects.get(pk=kept)
    rows = _all_rows(keys)
    words = {key for one in Findable.objects.filter(person__in=keys) for key in one.keys}
    emails = _emails(keys)
    husk = Person.objects.create(restricted=True)
    _forget_history(rows, keys)
    Message.objects.filter(_about(rows) | Q(to__in=emails)).delete()
    close_accounts(keys)
    _leave_nameless(keys, husk)
    _remove(keys, husk)
    forget_words(words)
    found.pk = kept
    note(found, schedule=schedule)
    return husk


def _all_rows(keys: list[UUID]) -> Rows:
    """Every row that is about these people, in whatever context, told to them or not."""
    ways = {(kind.model, kind.through) for kind in kinds()}
    ways |= {(one.related_model, one.field.name) for one in references()}
    ways -= {(Relationship, "other")}
    return {
        (model._meta.label_lower, str(key))
        for model, through in ways
        for key in model._base_manager.filter(**{f"{through}__in": keys}).values_list("pk", flat=True)
    } | {("people.person", str(key)) for key in keys}


def _about(rows: Iterable[tuple[str, str]]) -> Q:
    wanted, by_kind = Q(pk__in=[]), dict[str, list[str]]()
    for kind, key in rows:
        by_kind.setdefault(kind, []).append(key)
    for kind, found in by_kind.items():
        wanted |= Q(about_kind=kind, about_id__in=found)
    return wanted


def _emails(keys: list[UUID]) -> set[str]:
    own = PersonAccount.objects.filter(person__in=keys).values_list("user__email", flat=True)
    told = ContactDetail.objects.filter(person__in=keys, kind="email").values_list("value", flat=True)
    return {*own, *told}


def _forget_history(rows: Rows, keys: list[UUID]) -> None:
    """The values of these rows, and of rows that were taken away before: each was noted with whose it was."""
    for kind in {kind for kind, _ in rows}:
        History.objects.filter(record_kind=kind, record_id__in=[key for one, key in rows if one == kind]).delete()
    told = History.objects.filter(field__in=["person", "kept", "gone"], value__in=[str(key) for key in keys])
    for kind, key in set(told.values_list("record_kind", "record_id")) - rows:
        History.objects.filter(record_kind=kind, record_id=key).delete()


def _leave_nameless(keys: list[UUID], husk: Person) -> None:
    """Rows that counts rest on lose their words, and lead to a record that says nothing."""
    for table in going():
        rows = table.model._base_manager.filter(**{f"{table.through}__in": keys})
        table.model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).delete()
    for one in reversed(nameless()):
        rows = one.model._base_manager.filter(**{f"{one.through}__in": keys})
        found = one.model._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))
        for word in one.words:
            found.exclude(**{word: ""}).update(**{word: ERASED})
        changed = {name: dict[str, str]() for name in one.data} | (
            {one.through: husk} if "__" not in one.through else {}
        )
        if changed:
            found.update(**changed)


def _remove(keys: list[UUID], husk: Person) -> None:
    """The register's own rows. Who was named in another record stays there as somebody who is not shown."""
    Lending.objects.filter(person__in=keys).delete()
    HeldBack.objects.filter(request__person__in=keys).delete()
    ReceivedRow.objects.filter(person__in=keys).delete()
    Merge.objects.filter(Q(kept__in=keys) | Q(gone__in=keys)).delete()
    Relationship.objects.filter(person__in=keys).delete()
    Relationship.objects.filter(other__in=keys).update(other=husk, described_as="")
    for one in references():
        if one.related_model not in {Person, Relationship} and one.related_model._meta.app_label == "people":
            one.related_model._base_manager.filter(**{f"{one.field.name}__in": keys}).delete()
    Person.objects.filter(pk__in=keys).update(merged_into=None)
    Person.objects.filter(pk__in=keys).delete()
