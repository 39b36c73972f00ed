"""Whose record was merged away, as it was called then."""

from marketcross.web.people.models import Merge, Name


def name_of_gone(merge: Merge) -> str:
    """The used name that the gone record had; it moved, or stayed behind because both had the same. Else empty."""
    moved = merge.values.filter(model="people.name", field="person", after=str(merge.kept_id)).values("row")
    names = [*Name.objects.filter(pk__in=moved), *Name.objects.filter(person=merge.gone_id)]
    return max(names, key=lambda name: (name.starts_on, name.pk)).whole if names else ""
