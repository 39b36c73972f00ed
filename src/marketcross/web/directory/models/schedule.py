"""When a service is on."""

from django.db import models

from marketcross.web.core.models.record import Record

from .service import Service


class Schedule(Record):
    """One day of the week with its hours; times agreed with each person have none. (HSDS: schedule.)"""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="schedules")
    day = models.PositiveSmallIntegerField(help_text="1 is Monday.")
    opens_at = models.TimeField()
    closes_at = models.TimeField()
    overnight = models.BooleanField(default=False, help_text="It closes on the next day.")

    class Meta:
        ordering = ("day", "opens_at")
        constraints = (
            models.CheckConstraint(condition=models.Q(day__gte=1, day__lte=7), name="schedule_day_of_a_week"),
            models.CheckConstraint(
                condition=models.Q(overnight=True) | models.Q(closes_at__gt=models.F("opens_at")),
                name="schedule_closes_after_it_opens",
            ),
            models.UniqueConstraint(fields=["service", "day", "opens_at"], name="schedule_once"),
        )

    def __str__(self) -> str:
        return f"{self.day} {self.opens_at:%H:%M}"
