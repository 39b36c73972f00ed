"""What a fact about a person must be, said to whoever types it. Each check gives a sentence, or the fact in its form.

All that is wrong with a set of facts is said at once, each beside its field, as Django's ``ValidationError``.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from marketcross.web.places.queries import normal_postcode, postcode

from .nhs_number import normal_nhs_number

EARLIEST = 1880  # nobody alive was born before


def refuse(problems: Mapping[str, str]) -> None:
    """Say all of them at once.

    :raises ValidationError: there is one.
    """
    if problems:
        raise ValidationError({field: [sentence] for field, sentence in problems.items()})


def problems_of(facts: Mapping[str, Any], on: date) -> Iterator[tuple[str, str]]:
    """What is wrong with facts that are to be kept, a field and a sentence each."""
    yield from _name_problems(facts)
    yield from _birth_problems(facts, on)
    if (written := facts.get("postcode", "")) and normal_postcode(written) is None:
        yield "postcode", _("Enter a whole postcode, such as ZX1 2AB, or leave it empty")
    if (number := facts.get("nhs_number", "")) and normal_nhs_number(number) is None:
        yield (
            "nhs_number",
            _("This is not an NHS number. Check its ten digits, or leave it empty"),
        )
    if facts.get("died_on") and facts["died_on"] > on:
        yield "died_on", _("The day of death cannot be in the future")


def _name_problems(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "given" in facts and not any(facts.get(part, "").strip() for part in ("given", "family")):
        yield "given", _("Enter a name. One is enough, in either field")
    for part in ("given", "family", "whole"):
        if any(not character.isprintable() for character in facts.get(part, "")):
            yield part, _("A name can hold letters of any alphabet, but no control characters. Type it again")


def _birth_problems(facts: Mapping[str, Any], on: date) -> Iterator[tuple[str, str]]:
    born, about, died = facts.get("born_on"), facts.get("born_about"), facts.get("died_on")
    if born and about:
        yield "born_about", _("Enter the date of birth or the year, not both")
    if born and born > on:
        yield "born_on", _("The date of birth cannot be in the future")
    if (born and born.year < EARLIEST) or (about and not EARLIEST <= about <= on.year):
        yield "born_on" if born else "born_about", _("Check the year of birth: nobody alive was born then")
    if died and ((born and died < born) or (about and died.year < about)):
        yield "died_on", _("The day of death is before the birth. Check both")


def warnings_about(facts: Mapping[str, Any], on: date) -> list[str]:
    """What may be right and is worth a second look; none of it stops anybody."""
    return list(_warnings(facts, on))


def _warnings(facts: Mapping[str, Any], on: date) -> Iterator[str]:
    born, written = facts.get("born_on"), facts.get("postcode", "")
    if born and age_on(born, on) < 18:
        yield _("They are under 18. An adult's record is right where they are moving on to adult care, or are a carer.")
    if facts.get("died_on"):
        yield _("They have died. Nothing will be sent to them.")
    if normal_postcode(written) and postcode(written) is None:
        yield _("We do not know this postcode, so the record has no locality. Check it, or keep it as it is.")


def age_on(born: date, on: date) -> int:
    """Whole years. Somebody born on 29 February is a year older on 1 March where a year has no such day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
