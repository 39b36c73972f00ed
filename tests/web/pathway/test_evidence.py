"""What leaves the pathway as evidence: codes, opaque keys, and how long it took from a want to a choice."""

from datetime import date

import pytest

from marketcross.web.pathway import queries


@pytest.mark.django_db
def test_no_preferences_are_no_rows_and_no_time() -> None:
    assert list(queries.unmet_preferences(date(2026, 1, 1), date(2027, 1, 1))) == []
    assert queries.want_to_choice(date(2026, 1, 1), date(2027, 1, 1)) == queries.WantToChoice(0, None)
