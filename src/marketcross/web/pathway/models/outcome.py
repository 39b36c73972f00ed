"""What a plan is for: an outcome of the regulations, in the person's words."""

from django.db import models

from marketcross.web.core.models.record import Record

from .always import check, is_code, not_before, said
from .plan import Plan


class PlanOutcome(Record):
    """``code`` is the regulation's, ``words`` are the person's. ``eligible``: the council has a duty to meet it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="outcomes")
    code = models.CharField(max_length=40)
    words = models.TextField()
    eligible = models.BooleanField(default=False)
    added_on = models.DateField()
    taken_out_on = models.DateField(null=True)

    class Meta:
        constraints = (
            check(is_code("code"), "outcome_is_a_code_of_the_regulations"),
            check(said("words"), "outcome_is_in_somebodys_words"),
            check(not_before("taken_out_on", "added_on"), "outcome_taken_out_after_it_was_added"),
        )

    def __str__(self) -> str:
        return self.code
