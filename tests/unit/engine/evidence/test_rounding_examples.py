"""Every case of tests/examples/rounding: what a printed number stands for."""

from typing import Any

import pytest
from evidence_cases import cases, figure, interval

from marketcross.engine.evidence.printed import ImpossibleIntervalError, printed_interval


@pytest.mark.parametrize("case", cases("rounding"))
def test_case(case: dict[str, Any]) -> None:
    printed = figure("printed", case["printed"])
    if "refused" in case:
        with pytest.raises(ImpossibleIntervalError, match=case["refused"]):
            printed_interval(printed)
    else:
        assert printed_interval(printed) == interval(case["stands_for"])


def test_there_are_enough_cases_and_no_name_stands_twice() -> None:
    names = [case.id for case in cases("rounding")]
    assert len(names) >= 40
    assert len(set(names)) == len(names)
