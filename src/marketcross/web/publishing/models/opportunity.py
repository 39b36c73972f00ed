"""What commissioners want the market to bring, and the evidence for it."""

from django.db import models
from django.db.models import Q

from marketcross.web.core.models.record import Record

from .evidence import EvidenceCount


class Opportunity(Record):
    """A gap that somebody may answer. Empty codes ask nothing in that respect: anywhere, anybody, any time."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Open"
        ANSWERED = "answered", "Answered"
        MET = "met", "Can now be met"
        WITHDRAWN = "withdrawn", "Withdrawn"

    category = models.CharField(max_length=40)
    locality = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=20, blank=True)
    time = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=120)
    words = models.TextField(max_length=2_000)
    we_offer = models.TextField(max_length=1_000, blank=True)
    how_to_answer = models.TextField(max_length=500)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    evidence = models.ForeignKey(EvidenceCount, on_delete=models.PROTECT, related_name="opportunities")
    published_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.TextField(max_length=500, blank=True)
    grant = models.ForeignKey("commissioning.SmallGrant", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-published_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["draft", "published", "answered", "met", "withdrawn"]),
                name="opportunity_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(published_on__isnull=False),
                name="opportunity_published_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""), name="opportunity_withdrawn_with_a_reason"
            ),
            models.CheckConstraint(condition=~Q(category="") & ~Q(title=""), name="opportunity_says_what"),
        )

    def __str__(self) -> str:
        return self.title


class OpportunityService(Record):
    """A listed service that can meet what an opportunity asks for, since a day."""

    opportunity = models.ForeignKey(Opportunity, on_delete=models.CASCADE, related_name="services")
    service = models.UUIDField()  # the directory's key
    since = models.DateField()

    class Meta:
        ordering = ("since", "id")
        constraints = (
            models.UniqueConstraint(fields=["opportunity", "service"], name="opportunity_met_once_by_a_service"),
        )

    def __str__(self) -> str:
        return "service"
