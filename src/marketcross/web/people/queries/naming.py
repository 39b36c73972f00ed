"""Names beside people in a list, in one query."""

from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from marketcross.web.core.queries import in_force
from marketcross.web.people.models import Name, Person
from marketcross.web.people.vocabulary import NameKind


def with_names(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """Each person with ``shown_name``: the name used on a day, or else the legal one."""
    names = Name.objects.filter(in_force(on), person=OuterRef("pk"), kind__in=[NameKind.USED, NameKind.LEGAL])
    return people.annotate(shown_name=Subquery(names.order_by("-kind").values("whole")[:1]))
