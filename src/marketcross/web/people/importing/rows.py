"""Rows for tables of ours: each field in its own type, and nothing that a column could not hold."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from marketcross.web.core.queries import today
from marketcross.web.people.checks import problems_of
from marketcross.web.people.exporting.kinds import Kind
from marketcross.web.people.models.identifier import NHS
from marketcross.web.people.nhs_number import normal_nhs_number

from .shape import hidden_characters

Field = models.Field[Any, Any]
_NUMBER = "identifier_nhs_number_holds"  # an expression of the database's own: the same sum is made here


def problems_of_row(kind: Kind, row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a row of a kind, a sentence each with its field."""
    columns = {one.name: one for one in kind.columns}
    for name in sorted(set(row) - set(columns)):
        yield _("%(field)s: no such field here") % {"field": repr(name[:80])}
    for name in sorted(set(columns) - set(row)):
        yield _("%(field)s: is missing") % {"field": name}
    wrong = False
    for name, column in columns.items():
        if name in row and (problem := _problem(column, row[name])):
            wrong = True
            yield f"{name}: {problem}"
    if not wrong and set(row) == set(columns):
        yield from _together(kind, row)


def made(kind: Kind, row: dict[str, Any], **owner: Any) -> Any:
    """The row as an object of the table, not kept yet."""
    values = {one.name: one.to_python(row[one.name]) for one in kind.columns}
    return kind.model(**values, **owner)


def _problem(column: Field, value: Any) -> str:
    """Why a column cannot hold a value; nothing where it can."""
    if not _is_of_type(column, value):
        return str(_("is not what belongs here"))
    if value is None:
        return ""
    if isinstance(value, str) and hidden_characters(value):
        return str(_("holds characters that cannot be shown"))
    try:
        column.clean(value, None)
    except ValidationError as problem:
        if value in ("", []) and isinstance(column.to_python(value), str | list):
            return ""  # whether it may be empty is the table's own rule
        return " ".join(problem.messages)
    return ""


def _is_of_type(column: Field, value: Any) -> bool:
    if value is None:
        return column.null
    if isinstance(column, models.BooleanField):
        return isinstance(value, bool)
    if isinstance(column, models.IntegerField):
        return isinstance(value, int) and not isinstance(value, bool)
    if hasattr(column, "base_field"):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str)


def _together(kind: Kind, row: dict[str, Any]) -> Iterator[str]:
    """What the fields of a row must be to each other: the table's own rules, and the register's."""
    one = made(kind, row)
    for rule in kind.model._meta.constraints:
        if isinstance(rule, models.CheckConstraint) and rule.name != _NUMBER:
            try:
                rule.validate(kind.model, one, exclude={"person"})
            except ValidationError:
                yield _("breaks the rule: %(rule)s") % {"rule": rule.name.replace("_", " ")}
    if kind.name == "people.identifier" and one.system == NHS and normal_nhs_number(one.value) != one.value:
        yield _("value: is no NHS number")
    if kind.name == "people.person":
        facts = {name: getattr(one, name) for name in ("born_on", "born_about", "died_on")}
        yield from (f"{field}: {problem}" for field, problem in problems_of(facts, today()))
