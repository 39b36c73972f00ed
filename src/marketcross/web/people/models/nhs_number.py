"""The check digit of an NHS number, as an expression that the database checks."""

from typing import Any

from django.db import models
from django.db.models import F, Func


class NhsNumberHolds(Func):
    """True where a text is ten digits whose weighted sum divides by 11.

    The weights are 10 to 2 for the first nine digits; the tenth makes the sum a multiple of 11. Where that would take a
    tenth digit of 10, no digit does, so that such numbers never hold.
    """

    output_field = models.BooleanField()
    _SUM = " + ".join(f"{11 - place} * substr(%(expressions)s, {place}, 1)::int" for place in range(1, 11))
    template = f"(CASE WHEN %(expressions)s ~ '^[0-9]{{10}}$' THEN mod({_SUM}, 11) = 0 ELSE false END)"

    def __init__(self, field: str, **extra: Any) -> None:
        super().__init__(F(field), **extra)

    def deconstruct(self) -> tuple[str, tuple[object, ...], dict[str, object]]:
        return f"{type(self).__module__}.NhsNumberHolds", (self.source_expressions[0].name,), {}
