"""The shipped values are sound, a bad file says all that is wrong, and a council's rates need two people."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from marketcross.cli.law import command
from marketcross.law import LawError, StatutoryValue, confirmed_rates, load
from marketcross.law.loading import HERE

# The first and last day that a charging rule may ask for; the guide 'adding next year's rates' moves the last one.
FROM, UNTIL = date(2015, 4, 1), date(2027, 4, 1)
NOT_FOR_ALL_YEARS = "benefits"  # reference amounts that no rule uses


@pytest.mark.parametrize("value", load().values(), ids=lambda value: value.name)
def test_every_value_has_its_source_or_says_why_it_is_missing(value: StatutoryValue) -> None:
    for dated in value.values:
        assert dated.missing or (dated.value and dated.source), (value.name, dated.start)
        assert not (dated.missing and dated.value)


@pytest.mark.parametrize("value", load().values(), ids=lambda value: value.name)
def test_no_year_is_missing_without_saying_so(value: StatutoryValue) -> None:
    folder = next(HERE.glob(f"*/{value.name}.yaml")).parent.name
    if folder != NOT_FOR_ALL_YEARS:
        assert value.values[0].start <= FROM
        assert value.values[-1].until >= UNTIL


@pytest.mark.parametrize("value", load().values(), ids=lambda value: value.name)
def test_what_was_not_read_is_never_called_verified(value: StatutoryValue) -> None:
    for dated in value.values:
        if any(word in dated.source for word in ("not read", "second hand", "from memory")):
            assert not dated.verified


BAD = """
description: A limit.
unit: furlongs
rule: Somewhere
colour: red
values:
  - {from: 2020-01-01, until: 2021-01-01, value: "1.00", verified: true}
  - {from: 2021-02-01, until: 2022-01-01, value: 2.5, source: S, verified: perhaps}
  - {from: 2021-12-01, until: 2021-11-01, missing: ""}
"""


def test_a_bad_file_says_everything_at_once(tmp_path: Path) -> None:
    (tmp_path / "limit.yaml").write_text(BAD)
    (tmp_path / "other.yaml").write_text("- a\n")
    (tmp_path / "third.yaml").write_text("a: [\n")
    with pytest.raises(LawError) as error:
        load(tmp_path)
    said = "\n".join(error.value.problems)
    for what in (
        "'colour' is not a known field",
        "unit 'furlongs' must be one of",
        "'source' is missing",
        "'value' must be text in quotes",
        "'verified' must be true or false",
        "leaves a gap before",
        "overlaps",
        "before it begins",
        "'missing' must be text",
        "must be a mapping",
        "is not YAML",
    ):
        assert what in said
    result = CliRunner().invoke(command, ["check", str(tmp_path)])
    assert result.exit_code == 2


def test_money_must_read_as_money(tmp_path: Path) -> None:
    entry = '{from: 2020-01-01, until: 2021-01-01, value: "1.5", source: S, verified: true}'
    (tmp_path / "limit.yaml").write_text(f"description: D\nunit: pence\nrule: R\nvalues:\n  - {entry}\n")
    with pytest.raises(LawError, match=r"'1\.5' does not read as pence"):
        load(tmp_path)


RATES = """
council: Example Borough
circular: LAC(DHSC)(2026)2
entered_by: Asha Entry
confirmed_by: {confirmer}
confirmed_on: 2026-03-02
rates:
  - {{name: {name}, from: 2026-04-06, until: 2027-04-06, value: "{value}"}}
"""


def rates(confirmer: str = "Ben Check", name: str = "carer_premium", value: str = "60.00") -> str:
    return RATES.format(confirmer=confirmer, name=name, value=value)


def test_confirmed_rates_name_who_entered_and_who_confirmed() -> None:
    read = confirmed_rates(rates(), load())
    assert read.rates[0].value == "60.00"
    assert "entered by Asha Entry and confirmed by Ben Check of Example Borough" in read.source


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (rates(confirmer="asha entry"), "another person must confirm"),
        (rates(name="carer_premum"), "no statutory value is named 'carer_premum'"),
        (rates(value="sixty"), "does not read as pence_per_week"),
        ("council: X", "'circular' is missing"),
    ],
)
def test_bad_rates_are_refused(text: str, says: str) -> None:
    with pytest.raises(LawError, match="rates: ") as error:
        confirmed_rates(text, load())
    assert says in str(error.value)


def test_law_check_passes_and_counts() -> None:
    result = CliRunner().invoke(command, ["check"])
    assert result.exit_code == 0
    assert "not yet verified" in result.output


def test_law_show_says_value_source_and_doubt(tmp_path: Path) -> None:
    def shown(*words: str) -> str:
        result = CliRunner().invoke(command, ["show", *words])
        assert result.exit_code == 0, result.output
        return result.output

    assert "£23,250.00  [gov.uk" in shown("upper_capital_limit", "--on", "2026-11-21")
    assert "NOT VERIFIED" in shown("guarantee_single_pension_age", "--on", "2026-11-21")
    assert "missing: " in shown("guarantee_couple", "--on", "2026-11-21")
    assert "it is known from 2015-04-01 until 2027-04-06" in shown("guarantee_couple", "--on", "2031-01-01")
    assert len(shown().split("\n\n")) > len(load())
    path = tmp_path / "rates.yaml"
    path.write_text(rates())
    assert "confirmed by Ben Check" in shown("carer_premium", "--rates", str(path))
    path.write_text(rates(value="x"))
    assert CliRunner().invoke(command, ["show", "--rates", str(path)]).exit_code == 2
    assert CliRunner().invoke(command, ["show", "nothing"]).exit_code == 2
