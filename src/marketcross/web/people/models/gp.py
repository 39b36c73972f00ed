"""The practice with which somebody is registered."""

from django.db import models
from django.db.models import Q

from .period import Dated, ends_after_start, one_at_a_time
from .person import Person


class GpRegistration(Dated):
    """One practice. ``code`` is that of the NHS's directory, such as A12345; it may be missing."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="gp_registrations")
    code = models.CharField(max_length=6, blank=True)
    practice = models.CharField(max_length=200)

    class Meta:
        constraints = (
            ends_after_start("gp_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(practice=""), name="gp_has_a_name"),
            models.CheckConstraint(
                condition=Q(code="") | Q(code__regex=r"^[A-Z][0-9]{5}$"), name="gp_code_well_formed"
            ),
            one_at_a_time("gp_one_at_a_time"),
        )

    def __str__(self) -> str:
        return "gp"
