"""Who works beside a person: somebody, or a whole team."""

from django.db import models
from django.db.models import Q

from marketcross.web.core.models import Team, User
from marketcross.web.people.vocabulary import AssignedPart

from .period import Dated, ends_after_start
from .person import Person


class Assignment(Dated):
    """One user or one team beside one person, for a period, with their part."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="assignments")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="assignments")
    part = models.CharField(max_length=12, choices=AssignedPart)

    class Meta:
        constraints = (
            ends_after_start("assignment_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(user__isnull=False, team__isnull=True) | Q(user__isnull=True, team__isnull=False),
                name="assignment_of_a_user_or_a_team",
            ),
            models.CheckConstraint(condition=Q(part__in=AssignedPart.values), name="assignment_part_is_known"),
            models.UniqueConstraint(
                fields=["person", "user"], condition=Q(ends_on__isnull=True), name="assignment_of_a_user_once"
            ),
            models.UniqueConstraint(
                fields=["person", "team"], condition=Q(ends_on__isnull=True), name="assignment_of_a_team_once"
            ),
        )

    def __str__(self) -> str:
        return self.part
