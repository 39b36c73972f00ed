"""Why somebody opened a record that is not theirs to look after."""

from django.db import models
from django.db.models import Q

from marketcross.web.core.models import User
from marketcross.web.people.vocabulary import Reason

from .period import Dated, ends_after_start
from .person import Person


class AccessReason(Dated):
    """One reason, which opens the record for ``[starts_on, ends_on)``. The person sees it, and so does their team.

    ``read_by`` and ``read_on`` say who of the team, or which auditor, has read it since.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="access_reasons")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="access_reasons")
    reason = models.CharField(max_length=12, choices=Reason)
    words = models.CharField(max_length=400, blank=True)
    emergency = models.BooleanField(default=False)
    read_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    read_on = models.DateField(null=True)

    class Meta:
        constraints = (
            ends_after_start("reason_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(ends_on__isnull=False), name="reason_has_an_end"),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="reason_is_known"),
            models.CheckConstraint(condition=Q(emergency=True) | ~Q(words=""), name="reason_has_words"),
            models.CheckConstraint(
                condition=Q(emergency=True, reason="emergency") | (Q(emergency=False) & ~Q(reason="emergency")),
                name="reason_emergency_says_so",
            ),
            models.CheckConstraint(
                condition=Q(read_by__isnull=True, read_on__isnull=True)
                | Q(read_by__isnull=False, read_on__isnull=False),
                name="reason_read_by_somebody_on_a_day",
            ),
        )
        indexes = (models.Index(fields=["user", "person"], name="reason_by_user_and_person"),)

    def __str__(self) -> str:
        return self.reason
