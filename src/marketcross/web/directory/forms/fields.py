"""Fields that read a time of day and an amount as people write them."""

import re
from datetime import time
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm)?", re.IGNORECASE)
_NAMED = {"noon": time(12), "midday": time(12)}
DEAREST = Decimal(100_000)


class TimeOfDay(forms.Field):
    """10:30, 10.30, 10am, 2pm or noon."""

    default_error_messages = {"time": _("Enter a time like 10:30 or 2pm")}

    def to_python(self, value: Any) -> Any:
        written = str(value or "").strip().lower()
        if not written or written in _NAMED:
            return _NAMED.get(written)
        found = _TIME.fullmatch(written)
        try:
            return _read(found) if found else self._refuse()
        except ValueError:
            return self._refuse()

    def _refuse(self) -> Any:
        raise ValidationError(self.error_messages["time"], code="time")

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


def _read(found: re.Match[str]) -> time:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half and not 1 <= hour <= 12:
        raise ValueError("no such hour")
    if half:
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    return time(hour, minute)


class Pounds(forms.Field):
    """An amount in pounds as whole pence: £3, 3.50, 12."""

    default_error_messages = {"pounds": _("Enter an amount like 3 or 3.50")}

    def to_python(self, value: Any) -> Any:
        written = str(value or "").replace("£", "").replace(",", "").strip()
        if not written:
            return None
        try:
            pence = Decimal(written) * 100
        except InvalidOperation:
            pence = Decimal(-1)
        if not pence.is_finite() or not 0 <= pence <= DEAREST or pence != int(pence):
            raise ValidationError(self.error_messages["pounds"], code="pounds")
        return int(pence)

    def prepare_value(self, value: Any) -> Any:
        return f"{value // 100}.{value % 100:02d}" if isinstance(value, int) else value
