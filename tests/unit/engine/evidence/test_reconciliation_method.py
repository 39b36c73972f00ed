"""The worked examples of docs/method/reconciliation.md come out as that page says."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_reconciliation_examples import test_case as check_case
from test_rounding_examples import test_case as check_rounding

from marketcross.engine.evidence.reconcile import reconcile

PAGE = (Path(__file__).resolve().parents[4] / "docs" / "method" / "reconciliation.md").read_text(encoding="utf-8")
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
ROWS = re.findall(r"^\| (.*?) \| `(.*?)` \| .* \|$", PAGE, re.MULTILINE)
IN_CASES = {
    "over 24,500": "at least 24500",
    "up to 40 people": "at most 40 people",
    "a change of up to 3%": "at most 3 percent",
    "925, a count": "count 925",
}


@pytest.mark.parametrize("case", BLOCKS, ids=lambda case: case["name"])
def test_worked_example(case: dict[str, Any]) -> None:
    check_case(case, reconcile)


@pytest.mark.parametrize(("printed", "stands_for"), ROWS)
def test_table_of_intervals(printed: str, stands_for: str) -> None:
    words = IN_CASES.get(printed, printed.replace(", to", " to").replace(",", ""))
    check_rounding({"printed": words, "stands_for": stands_for})


def test_the_page_still_has_its_examples() -> None:
    assert len(BLOCKS) >= 8
    assert len(ROWS) >= 8
