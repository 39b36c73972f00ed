"""The made council of ``making``, as fixtures."""

from dataclasses import dataclass

import pytest

from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User

from .making import AT, make_places, make_team, worker


@dataclass
class Council:
    practitioner: User
    manager: User
    link_worker: User
    stranger: User


@pytest.fixture
def council(db: None) -> Council:
    make_places(by=SYSTEM, at=AT)
    made = Council(
        practitioner=worker("practitioner", "Tamsel"),
        manager=worker("practitioner", "Merrin"),
        link_worker=worker("link_worker", "Doria"),
        stranger=worker("practitioner", "Corvin"),
    )
    make_team(by=SYSTEM, at=AT, name="East", users=[made.practitioner, made.manager])
    return made
