"""The eligibility criteria as data: each provision cited and sourced, and the same lists as the rules use."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from marketcross.engine.rules.eligibility import Area, Judged, Outcome, adult, carer
from marketcross.law import LawError
from marketcross.law.criteria import HERE, Provision, load_eligibility

LAW = load_eligibility()


def provisions() -> list[Provision]:
    both = [p for c in (LAW.adult, LAW.carer) for p in (*c.conditions, *c.outcomes, *c.ways, c.fluctuating)]
    return [*both, *LAW.areas, *LAW.follows, *(found.provision for found in LAW.interruptions)]


def test_every_provision_is_cited_and_says_where_it_was_read() -> None:
    for each in provisions():
        assert each.cite and each.law and each.says and each.source, each.id
        assert each.verified == each.source.startswith("http"), f"{each.id}: what was read has an address"


def test_the_numbers_of_the_regulations() -> None:
    assert (len(LAW.adult.conditions), len(LAW.adult.outcomes), len(LAW.adult.ways)) == (3, 10, 4)
    assert (len(LAW.carer.conditions), len(LAW.carer.outcomes), len(LAW.carer.ways)) == (3, 8, 3)
    assert len(LAW.areas) == 9


def test_the_rules_use_the_lists_of_the_law() -> None:
    def ids(listed: tuple[Provision, ...]) -> list[str]:
        return [provision.id.upper() for provision in listed]

    assert ids(LAW.adult.outcomes) == [outcome.name for outcome in adult.OUTCOMES]
    assert ids(LAW.carer.outcomes) == [outcome.name for outcome in carer.OUTCOMES]
    assert ids(LAW.areas) == [area.name for area in Area]
    for criteria, ways in ((LAW.adult, adult.WAYS), (LAW.carer, carer.WAYS)):
        assert sum(Judged[name] for name in ids(criteria.ways)) == ways
    optional = {p.id for c in (LAW.adult, LAW.carer) for p in c.outcomes if p.may_not_apply}
    assert optional == {"caring_for_child", "caring_for_others"}
    assert {outcome.name.lower() for outcome in Outcome} >= optional


def test_the_codes_of_the_open_standard() -> None:
    codes = [outcome.code for outcome in LAW.adult.outcomes]
    assert codes[0] == "CA-NUTRITION" and codes[7] == "CA-WTEV" and codes[9] == "CA-CARINGOTHERS"
    assert len(set(codes)) == 10 and all(code.startswith("CA-") for code in codes)


def test_not_eligible_is_never_the_end_of_it() -> None:
    after = {step.id for step in LAW.follows if "not_eligible" in step.when}
    assert after >= {"written_record", "advice", "prevention", "reasons", "review"}


def test_old_bands_are_labels_that_nobody_read_in_their_source() -> None:
    assert [band.id for band in LAW.bands] == ["critical", "substantial", "moderate", "low"]
    assert not any(band.verified for band in LAW.bands)


def test_the_time_when_duties_could_be_set_aside() -> None:
    (found,) = LAW.interruptions
    assert (found.start, found.until) == (date(2020, 3, 31), date(2021, 7, 17))


def test_a_provision_without_its_source_or_of_another_shape_is_refused(tmp_path: Path) -> None:
    folder = Path(copytree(HERE, tmp_path / "law"))
    text = (folder / "carer.yaml").read_text(encoding="utf-8")
    text = text.replace("cite: regulation 3(1)(a)", "colour: red").replace("verified: true", "verified: perhaps")
    (folder / "carer.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LawError) as error:
        load_eligibility(folder)
    assert len(error.value.problems) == 3
    assert "'colour' is not a known field" in str(error.value)
