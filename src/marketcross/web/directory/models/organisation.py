"""Who offers something: a national group, a charity, a small group, one person."""

from django.db import models

from marketcross.web.core.models.record import Record


class Organisation(Record):
    """One organisation or sole trader. (HSDS: organization.)"""

    class Kind(models.TextChoices):
        GROUP = "group", "A group of people, not registered as anything"
        CHARITY = "charity", "A charity or social enterprise"
        COMPANY = "company", "A company"
        SOLE_TRADER = "sole_trader", "One person working for themselves"
        PUBLIC = "public", "A council, the NHS or another public body"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind)
    description = models.TextField(blank=True, max_length=2_000)
    website = models.URLField(blank=True)
    example = models.BooleanField(default=False, help_text="Made up, for a demonstration.")

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["group", "charity", "company", "sole_trader", "public"]),
                name="organisation_kind_known",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name
