"""The facts of a record that can be corrected and have a history: what each is called, and how a value is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .nhs_number import spaced
from .vocabulary import AccessNeed, Language, ReachBy, Sex


@dataclass(frozen=True, slots=True)
class Field:
    """One fact. ``tell`` makes words of a value as history holds it; ``corrected``: there is a form for it."""

    code: str
    title: Any
    tell: Callable[[Any], str]
    corrected: bool = True


def day(value: Any) -> str:
    """A day in words."""
    held = parse_date(value) if isinstance(value, str) else value
    return str(date_format(held, "j F Y")) if isinstance(held, date) else ""


def home(value: Mapping[str, str]) -> str:
    """An address in lines; where there is none that is fixed, that first."""
    none = _("No fixed address") if value["kind"] == "no_fixed_address" else ""
    return "\n".join(part for part in (none, value["lines"], value["postcode"]) if part)


def contact(value: Mapping[str, Any]) -> str:
    """A number or address, with what to mind when it is used."""
    safe = {True: _("a message may be left"), False: _("do not leave a message"), None: ""}[value["safe"]]
    marks = [mark for mark in (_("preferred") if value["preferred"] else "", safe) if mark]
    return f"{value['value']} ({', '.join(marks)})" if value["value"] and marks else value["value"]


def _one_of(codes: Any) -> Callable[[Any], str]:
    return lambda value: str(dict(codes.choices).get(value, value or ""))


def _needs(value: Any) -> str:
    names = dict(AccessNeed.choices)
    return ", ".join(str(names.get(code, code)) for code in value or [])


def _yes_or_no(value: Any) -> str:
    return _("Yes") if value else _("No")


def _nhs(value: Any) -> str:
    return spaced(value) if value else ""


_FIELDS = (
    Field("name", gettext_lazy("Name"), str),
    Field("legal_name", gettext_lazy("Legal name"), str, corrected=False),
    Field("born_on", gettext_lazy("Date of birth"), day),
    Field("born_about", gettext_lazy("Year of birth"), lambda value: str(value or ""), corrected=False),
    Field("sex", gettext_lazy("Sex as recorded"), _one_of(Sex)),
    Field("died_on", gettext_lazy("Day of death"), day),
    Field("home", gettext_lazy("Home"), home),
    Field("telephone", gettext_lazy("Telephone"), contact),
    Field("mobile", gettext_lazy("Mobile"), contact),
    Field("email", gettext_lazy("Email"), contact),
    Field("reach_by", gettext_lazy("How to reach them"), _one_of(ReachBy)),
    Field("language", gettext_lazy("First language"), _one_of(Language)),
    Field("interpreter", gettext_lazy("Needs an interpreter"), _yes_or_no),
    Field("access_needs", gettext_lazy("What they need from us"), _needs),
    Field("nhs_number", gettext_lazy("NHS number"), _nhs),
    Field("gp", gettext_lazy("GP practice"), str),
)
FIELDS = {field.code: field for field in _FIELDS}
