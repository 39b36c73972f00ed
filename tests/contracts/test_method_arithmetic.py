"""Each sum that a page of docs/method shows as `a x b = c` comes out, rounded as it is printed."""

import ast
import re
from fractions import Fraction
from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).resolve().parents[2] / "docs" / "method").glob("*.md"))
SUM = re.compile(r"`([-+x/()\d., ]+?) = (-?[\d,]+(?:\.\d+)?)`")


def shown() -> list[tuple[str, str, str]]:
    return [(page.name, *found) for page in PAGES for found in SUM.findall(page.read_text(encoding="utf-8"))]


def value(node: ast.expr) -> Fraction:
    """Sums, differences, products and quotients, exactly."""
    match node:
        case ast.Constant(value=str(digits)):
            return Fraction(digits)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -value(operand)
        case ast.BinOp(left=left, op=op, right=right):
            one, other = value(left), value(right)
            by = {ast.Add: one.__add__, ast.Sub: one.__sub__, ast.Mult: one.__mul__, ast.Div: one.__truediv__}
            return Fraction(by[type(op)](other))
    raise AssertionError(f"not plain arithmetic: {ast.dump(node)}")


def exact(sum_: str) -> Fraction:
    """Each number becomes a text first, so that no float ever stands for it."""
    quoted = re.sub(r"[\d,]*\d(?:\.\d+)?", lambda number: f"'{number[0].replace(',', '')}'", sum_).replace("x", "*")
    return value(ast.parse(quoted.strip(), mode="eval").body)


@pytest.mark.parametrize(("page", "sum_", "printed"), shown())
def test_a_sum_comes_out(page: str, sum_: str, printed: str) -> None:
    places = len(printed.partition(".")[2])
    assert abs(exact(sum_) - Fraction(printed.replace(",", ""))) <= Fraction(1, 2 * 10**places), exact(sum_)


def test_there_are_sums() -> None:
    assert len(shown()) > 40


def test_a_wrong_sum_would_be_found() -> None:
    assert exact("1304 x 37.19 / 100.00") == Fraction("484.9576")
    assert exact("2 - 3 x (4 - 1)") == -7
