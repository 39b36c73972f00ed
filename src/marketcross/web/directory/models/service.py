"""What an organisation offers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from marketcross.web.core.models.record import Record
from marketcross.web.directory.vocabulary import GROUPS

from .category import Category
from .organisation import Organisation


class Service(Record):
    """One service. (HSDS: service; ``price_*`` become a cost option, ``checked_on`` the assured date.)"""

    class Standing(models.TextChoices):
        WAITING = "waiting", "Waits for a check"
        LISTED = "listed", "Listed"
        HIDDEN = "hidden", "Hidden"

    class Happens(models.TextChoices):
        PLACE = "place", "At a place that people come to"
        HOMES = "homes", "At people's homes, or wherever they are"
        REMOTE = "remote", "By phone or online"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=120)
    description = models.TextField(max_length=2_000, help_text="What happens there, in plain words.")
    groups = ArrayField(models.CharField(max_length=20), help_text="Who it is for: codes of vocabulary.GROUPS.")
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)

    price_pence = models.PositiveIntegerField(null=True, blank=True, help_text="A session; 0 is free; none: ask.")
    price_includes = models.CharField(max_length=200, blank=True)
    takes_direct_payments = models.BooleanField(default=False)

    how_to_start = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    happens = models.CharField(max_length=10, choices=Happens)
    serves_everywhere = models.BooleanField(default=False)

    standing = models.CharField(max_length=10, choices=Standing)
    checked_on = models.DateField(null=True, help_text="When somebody who is not its provider last checked it.")
    confirmed_on = models.DateField(help_text="When its provider last said that it is right.")

    class Meta:
        ordering = ("name", "id")
        indexes = (models.Index(fields=["category", "standing"], name="service_by_category"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(happens__in=["place", "homes", "remote"]), name="service_happens_known"
            ),
            models.CheckConstraint(
                condition=models.Q(standing__in=["waiting", "listed", "hidden"]), name="service_standing_known"
            ),
            models.CheckConstraint(
                condition=models.Q(groups__contained_by=list(GROUPS)) & ~models.Q(groups=[]),
                name="service_groups_known_and_some",
            ),
            models.CheckConstraint(
                condition=models.Q(maximum_age__isnull=True)
                | models.Q(minimum_age__isnull=True)
                | models.Q(maximum_age__gte=models.F("minimum_age")),
                name="service_ages_in_order",
            ),
            models.CheckConstraint(
                condition=~models.Q(phone="") | ~models.Q(email="") | ~models.Q(website=""),
                name="service_can_be_reached",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="service_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name
