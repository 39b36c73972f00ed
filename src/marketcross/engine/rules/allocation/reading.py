"""From the data of a scheme's file to a scheme, or to everything that is wrong with it at once."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner, Scheme
from marketcross.engine.rules.allocation.soundness import Finding, findings

_ADAPTER: TypeAdapter[Reckoner | PointsScheme] = TypeAdapter(Scheme)
_PLAINLY = {
    "missing": "is missing.",
    "extra_forbidden": "is not known here: take it out, or mend its spelling.",
    "union_tag_invalid": "the kind must be ready_reckoner or points.",
    "union_tag_not_found": "the kind is missing: ready_reckoner or points.",
}


class SchemeError(ValueError):
    """The scheme cannot be used. ``findings`` lists each place and what to mend there."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(f"{place}: {what}" for place, what in findings))


def scheme_from(data: Mapping[str, Any], *, outcomes: Mapping[str, Collection[str]]) -> Reckoner | PointsScheme:
    """Read a scheme. ``outcomes`` are those of the eligibility regulations, under ``adult`` and ``carer``.

    Numbers come as they were written, as text or whole numbers, never as floats. Raises SchemeError.
    """
    try:
        scheme = _ADAPTER.validate_python(data)
    except ValidationError as error:
        raise SchemeError([_finding(detail) for detail in error.errors()]) from error
    wrong = list(findings(scheme, outcomes[scheme.person]))
    if wrong:
        raise SchemeError(wrong)
    return scheme


def scheme_schema() -> dict[str, Any]:
    """The published JSON Schema (2020-12) of a scheme's file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Allocation scheme"}
    return head | _ADAPTER.json_schema(by_alias=True)


def as_data(scheme: Reckoner | PointsScheme) -> dict[str, Any]:
    """The scheme as the data of a file, amounts written as pounds: ``scheme_from(as_data(s))`` gives ``s`` again."""
    return _ADAPTER.dump_python(scheme, mode="json", by_alias=True, exclude_defaults=True)  # type: ignore[no-any-return]


def _finding(detail: ErrorDetails) -> Finding:
    place = ".".join(str(part) for part in detail["loc"][1:]) or "scheme"
    said = detail["msg"].removeprefix("Value error, ")
    return place, _PLAINLY.get(detail["type"], f"{said[0].upper()}{said[1:]}." if said[-1] not in ".?" else said)
