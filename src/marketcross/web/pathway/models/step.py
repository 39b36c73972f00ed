"""What a link worker and a person tried: a service of the directory, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.core.models.record import Record

from .always import check, exactly_when, known, not_before, one_of
from .introduction import Introduction


class Step(Record):
    """One service tried. Its name is kept as it was, for the day on which it is listed no more."""

    class Result(models.TextChoices):
        LIKED = "liked", _("Went, and liked it")
        NOT_FOR_ME = "not_for_me", _("Went, and it was not for them")
        DID_NOT_GO = "did_not_go", _("Did not go")

    introduction = models.ForeignKey(Introduction, on_delete=models.PROTECT, related_name="steps")
    service = models.UUIDField()
    service_name = models.CharField(max_length=300)
    suggested_on = models.DateField()
    result = models.CharField(max_length=12, choices=Result, blank=True)
    result_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["introduction", "service"], name="step_once_per_service"),
            check(one_of("result", ["", "liked", "not_for_me", "did_not_go"]), "step_result_known"),
            check(exactly_when(~Q(result=""), known("result_on")), "step_result_has_a_day"),
            check(not_before("result_on", "suggested_on"), "step_result_after_it_was_suggested"),
        )

    def __str__(self) -> str:
        return self.result
