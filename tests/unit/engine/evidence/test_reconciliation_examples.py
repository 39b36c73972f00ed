"""Every case of tests/examples/reconciliation, judged both ways."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from evidence_cases import cases, figure, interval, relation

from marketcross.engine.evidence.finding import CONTRADICTS, Finding
from marketcross.engine.evidence.reconcile import reconcile, reconcile_plainly

KNOWN = {"name", "figures", "claim", "claims", "not_comparable", "verdict", "verdicts", "computed", "printed", "size"}
KNOWN |= {"could_be_wrong", "suspects"}


@pytest.mark.parametrize("case", cases("reconciliation"))
@pytest.mark.parametrize("judge", [reconcile, reconcile_plainly])
def test_case(case: dict[str, Any], judge: Any) -> None:
    assert set(case) <= KNOWN, "a word that nothing checks"
    claims = case.get("claims") or {"claim": case["claim"]}
    reasons = case.get("not_comparable", {})
    reasons = reasons if isinstance(reasons, dict) else {"claim": reasons}
    figures = {id: figure(id, said) for id, said in case["figures"].items()}
    relations = {id: relation(id, said, reasons.get(id, "")) for id, said in claims.items()}
    findings = {finding.relation.id: finding for finding in judge(figures, relations)}
    expected = case.get("verdicts") or {"claim": case["verdict"]}
    assert {id: finding.verdict for id, finding in findings.items()} == expected
    first = findings[next(iter(claims))]
    check_sides(case, first)
    suspects = case.get("suspects", {})
    if "could_be_wrong" in case:
        suspects = {first.relation.id: case["could_be_wrong"]}
    for id, places in suspects.items():
        check_suspects(findings[id], places)


def check_sides(case: Mapping[str, Any], finding: Finding) -> None:
    if "computed" in case:
        assert finding.computed == interval(case["computed"])
    if "printed" in case:
        assert finding.printed == interval(case["printed"])
    if "size" in case:
        assert finding.verdict == CONTRADICTS
        assert finding.size == Fraction(str(case["size"]))


def check_suspects(finding: Finding, places: Mapping[str, str | list[str]]) -> None:
    """Each suspect with its place, or its two."""
    found = {mend.figure: mend.places for mend in finding.mends}
    listed = {id: [place] if isinstance(place, str) else place for id, place in places.items()}
    assert found == {id: tuple(map(interval, place)) for id, place in listed.items()}


def test_there_are_enough_cases_and_no_name_stands_twice() -> None:
    names = [case.id for case in cases("reconciliation")]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
