"""Move what belongs to the gone record: what can stand beside the kept record's rows moves, the rest is resolved."""

from typing import Any

from marketcross.web.people.models import ContactDetail, Lending, Name, Person
from marketcross.web.people.models.merging import Merge
from marketcross.web.people.vocabulary import NameKind

from .choosing import GONE, Choices, columns_to_take
from .kinds import Kind, Resolved, kinds
from .own import overlap
from .values import change


def move_everything(merge: Merge, choices: Choices) -> None:
    """Make all that refers to the gone record refer to the kept one, as far as both can stand."""
    for column, value in columns_to_take(merge.kept, merge.gone, choices):
        change(merge, [merge.kept], column, value)
    _one_name_used(merge, choices)
    _one_preferred(merge, choices)
    _kept_back_by_either(merge)
    for kind in kinds():
        _move(merge, kind, choices)
    change(merge, [merge.gone], "merged_into", merge.kept.pk)


def _one_name_used(merge: Merge, choices: Choices) -> None:
    """Of names that cannot both be used, or be legal, at a time, the one that was not chosen is also known."""
    theirs, ours = (list(Name.objects.filter(person=one)) for one in (merge.gone, merge.kept))
    if choices.get("name") == GONE:
        theirs, ours = ours, theirs
    single = (NameKind.USED, NameKind.LEGAL)
    yields = [
        name
        for name in theirs
        if name.kind in single
        and any(name.kind == other.kind and name.whole != other.whole and overlap(name, other) for other in ours)
    ]
    change(merge, yields, "kind", NameKind.ALSO_KNOWN_AS.value)


def _one_preferred(merge: Merge, choices: Choices) -> None:
    theirs, ours = (
        list(ContactDetail.objects.filter(person=one, preferred=True, ends_on__isnull=True))
        for one in (merge.gone, merge.kept)
    )
    if theirs and ours:
        change(merge, ours if choices.get("preferred") == GONE else theirs, "preferred", False)


def _kept_back_by_either(merge: Merge) -> None:
    """Of two lendings to one helper only one stays: it keeps back what either did."""
    theirs = {row.user_id: row for row in Lending.objects.filter(person=merge.gone, ends_on__isnull=True)}
    for ours in Lending.objects.filter(person=merge.kept, ends_on__isnull=True, user__in=theirs):
        change(merge, [ours], "kept_back", sorted({*ours.kept_back, *theirs[ours.user_id].kept_back}))


def _move(merge: Merge, kind: Kind, choices: Choices) -> None:
    """Move the rows of one kind. Those that change places go by way of a record that is there for that moment only."""
    ours, theirs = _rows(kind, merge.kept), _rows(kind, merge.gone)
    behind, come, go = _resolve(kind, ours, theirs, swap=bool(kind.choice) and choices.get(kind.choice) == GONE)
    moving = [row for row in theirs if row not in behind and not _to_oneself(row, merge)]
    if not come:
        change(merge, moving, kind.field, merge.kept.pk)
        return
    aside = Person.objects.create()
    kind.model._base_manager.filter(pk__in=[row.pk for row in go]).update(**{kind.field: aside})
    change(merge, moving, kind.field, merge.kept.pk)
    change(merge, go, kind.field, merge.gone.pk)
    aside.delete()


def _to_oneself(row: Any, merge: Merge) -> bool:
    """Whether the row ties the two records to each other, as a relationship may: nobody is tied to themselves."""
    tied = {getattr(row, kind.field + "_id") for kind in kinds() if isinstance(row, kind.model)}
    return {merge.kept.pk, merge.gone.pk} <= tied


def _rows(kind: Kind, person: Person) -> list[Any]:
    return list(kind.model._base_manager.filter(**{kind.field: person}).order_by("pk"))


def _resolve(kind: Kind, ours: list[Any], theirs: list[Any], *, swap: bool) -> tuple[list[Any], list[Any], list[Any]]:
    """Rows of the gone record that stay behind, rows of it that come in exchange, and rows of ours that go for them."""
    behind: list[Any] = []
    come: list[Any] = []
    go: list[Any] = []
    for row in theirs if kind.judge else ():
        clashing = [(other, how) for other in ours if kind.judge and (how := kind.judge(other, row))]
        if clashing and not swap and any(how is Resolved.BEHIND for _, how in clashing):
            behind.append(row)
        elif clashing:
            come.append(row)
            go += [other for other, _ in clashing if other not in go]
    return behind, come, go
