"""What a published scheme suggested before planning, kept as it was found."""

from django.db import models
from django.db.models import F, Q

from marketcross.web.core.models.record import Record

from .always import at_least, check, exactly_when, is_code, known, one_of
from .plan import Plan

SUMS = ("least_pence", "usual_pence", "most_pence", "once_pence")


class IndicativeBudget(Record):
    """One calculation. Sums are pence a week, ``once_pence`` pence once; all null where the scheme gives no figure.

    ``answers`` are the scheme's own words for each question; ``explanation`` is the rules' explanation as data.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="budgets")
    on = models.DateField()
    scheme = models.CharField(max_length=80)
    scheme_from = models.DateField()
    scheme_digest = models.CharField(max_length=64, help_text="SHA-256 of the scheme's content: its version.")
    answers = models.JSONField()
    no_figure = models.CharField(max_length=12, blank=True)
    least_pence = models.BigIntegerField(null=True)
    usual_pence = models.BigIntegerField(null=True)
    most_pence = models.BigIntegerField(null=True)
    once_pence = models.BigIntegerField(null=True)
    explanation = models.JSONField()

    class Meta:
        constraints = (
            check(is_code("scheme"), "budget_names_its_scheme"),
            check(Q(scheme_digest__regex=r"^[0-9a-f]{64}$"), "budget_names_the_schemes_version"),
            check(one_of("no_figure", ["", "answer", "practitioner", "beyond"]), "budget_no_figure_known"),
            check(exactly_when(Q(no_figure=""), *(known(s) for s in SUMS)), "budget_is_a_figure_or_a_reason"),
            check(
                Q(usual_pence__isnull=True) | Q(least_pence__lte=F("usual_pence"), most_pence__gte=F("usual_pence")),
                "budget_lies_in_its_range",
            ),
            check(at_least("least_pence", 0) & at_least("once_pence", 0), "budget_is_never_below_nothing"),
            check(Q(scheme_from__lte=F("on")), "budget_scheme_was_in_use"),
        )

    def __str__(self) -> str:
        return self.scheme
