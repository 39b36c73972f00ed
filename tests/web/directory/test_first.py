"""A service is listed and found; a want is left and asked for."""

from datetime import date

import pytest

from marketcross.web.core.actor import ANONYMOUS
from marketcross.web.core.models import EventRecord
from marketcross.web.directory import actions, queries
from marketcross.web.directory.listing import Place

from .conftest import AT, Lister

pytestmark = pytest.mark.django_db


def test_a_service_is_found_by_category_and_by_plain_words(listed: Lister) -> None:
    shed = listed("Westmere Shed", category="mens-group", places=(Place(postcode="zx20aa"),), groups=("men",))
    listed("Bingo at the hall")
    for results in (
        queries.search(category="mens-group"),
        queries.search("somewhere to meet other blokes"),
        queries.search("shed"),
        queries.search("mens groop", postcode="ZX2 0AA"),
    ):
        assert [hit.id for hit in results.exact] == [shed.pk]
    assert queries.search("somewhere to meet other blokes").terms.category == "mens-group"
    assert EventRecord.objects.filter(kind="directory.service_listed").count() == 2


def test_what_can_be_met_is_asked_by_codes(listed: Lister) -> None:
    listed("Westmere Shed", category="mens-group", everywhere=False, areas=("E2",), groups=("men",))
    met = [queries.services_meeting("mens-group", where, "men", "weekend") for where in ("E1", "E2", "")]
    assert [len(found) for found in met] == [0, 1, 1]
    assert [len(queries.services_meeting("company", "E2", group, "any")) for group in ("everybody", "women")] == [1, 0]


def test_a_want_is_kept_in_codes(borough: None) -> None:
    want = actions.leave_want(
        by=ANONYMOUS, at=AT, category="mens-group", locality="E1", group="men", time="weekday_evening", price="up_to_5",
        source="self",
    )  # fmt: skip
    (row,) = queries.wants(date(2026, 11, 22), date(2026, 11, 23))
    assert (row.id, row.category, row.locality, row.group, row.time) == (
        want.pk,
        "mens-group",
        "E1",
        "men",
        "weekday_evening",
    )
    assert list(queries.wants(date(2026, 11, 23), date(2026, 12, 1))) == []
