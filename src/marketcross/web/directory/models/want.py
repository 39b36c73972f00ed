"""What somebody looked for and did not find. It holds codes only: no words, and nobody."""

from django.db import models

from marketcross.web.core.models.record import Record
from marketcross.web.directory.vocabulary import GROUPS, PRICES, TIMES

from .category import Category


class Want(Record):
    """One want. ``locality`` is empty where the person did not say where."""

    class Source(models.TextChoices):
        SELF = "self", "For myself"
        FOR_SOMEBODY = "for_somebody", "For somebody I know"
        LIBRARY = "library", "At a library or another open door"
        LINK_WORKER = "link_worker", "A link worker"
        PRACTITIONER = "practitioner", "A practitioner"

    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="wants")
    locality = models.ForeignKey("places.Locality", null=True, on_delete=models.PROTECT, related_name="+")
    group = models.CharField(max_length=20)
    time = models.CharField(max_length=20)
    price = models.CharField(max_length=20)
    source = models.CharField(max_length=20, choices=Source)
    on = models.DateField()

    class Meta:
        indexes = (models.Index(fields=["on", "category"], name="want_by_day"),)
        constraints = (
            models.CheckConstraint(condition=models.Q(group__in=list(GROUPS)), name="want_group_known"),
            models.CheckConstraint(condition=models.Q(time__in=list(TIMES)), name="want_time_known"),
            models.CheckConstraint(condition=models.Q(price__in=list(PRICES)), name="want_price_known"),
            models.CheckConstraint(
                condition=models.Q(source__in=["self", "for_somebody", "library", "link_worker", "practitioner"]),
                name="want_source_known",
            ),
        )

    def __str__(self) -> str:
        return f"{self.category_id} {self.on}"
