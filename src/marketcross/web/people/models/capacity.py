"""Whether somebody could take a decision themselves. Capacity is always about one decision at one time."""

from django.db import models
from django.db.models import Q

from marketcross.web.core.models import User
from marketcross.web.core.models.record import Record

from .person import Person


class CapacityDecision(Record):
    """A mental capacity assessment: of one decision, on a day. Where capacity is lacking, what best interests said."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="capacity_decisions")
    decision = models.CharField(max_length=300)
    has_capacity = models.BooleanField()
    decided_on = models.DateField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    best_interests = models.TextField(blank=True)
    look_again_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(decision=""), name="capacity_is_about_a_decision"),
            models.CheckConstraint(
                condition=Q(has_capacity=False) | Q(best_interests=""), name="capacity_leaves_no_best_interests"
            ),
        )

    def __str__(self) -> str:
        return "capacity decision"
