"""What a demonstration shows of gaps, grants and the live statement."""

from pathlib import Path
from typing import Any

from marketcross.web.commissioning.demo import make as make_grants
from marketcross.web.core.actor import SYSTEM
from marketcross.web.directory.actions import list_organisation
from marketcross.web.publishing.demo import make

from .conftest import AT, Wanter, user_with


def test_a_gap_an_opportunity_and_an_edition(wanted: Wanter, settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    wanted(9, group="men")
    made = make(at=AT, asked_by=user_with("commissioner"), locality="E1")
    assert made.opportunity and made.opportunity.locality == "E1" and made.opportunity.state == "published"
    assert made.edition and made.edition.state == "published", made.edition and made.edition.problem


def test_too_few_wants_make_no_opportunity(borough: None) -> None:
    made = make(at=AT, asked_by=user_with("commissioner"))
    assert made.opportunity is None and made.edition is None


def test_two_grants(borough: None) -> None:
    groups = [list_organisation(by=SYSTEM, at=AT, name=name).pk for name in ("Made Shed", "Made Choir")]
    told, waiting = make_grants(at=AT, organisations=groups, decided_by=user_with("commissioner"))
    told.refresh_from_db()
    assert (told.state, waiting.state) == ("told", "applied")
