"""What keeps one visitor's repeated wants from counting as many, without saying who it was (ADR 0112)."""

from django.db import models


class WantDay(models.Model):
    """The secret of a day, from chance. When it is deleted, the day's marks mean nothing to anybody."""

    on = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.on}"


class WantMark(models.Model):
    """A digest under a day's secret. It refers to no want, and keeps no time."""

    mark = models.BinaryField(primary_key=True, max_length=32)
    day = models.ForeignKey(WantDay, on_delete=models.CASCADE, related_name="marks")

    def __str__(self) -> str:
        return "mark"
