"""The demonstration's register: everybody has what they need to walk the thread, and one record is restricted."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from marketcross.cli._made_folder import write_made
from marketcross.synth.people import plan
from marketcross.web.core.actor import SYSTEM
from marketcross.web.core.models import User
from marketcross.web.core.models.role import Role
from marketcross.web.core.users import give_role, make_user
from marketcross.web.people import queries
from marketcross.web.people.demo import BESIDE, make
from marketcross.web.people.loading import read_borough
from marketcross.web.people.queries import may

from .making import AT, SINCE, today

NEEDED = (Role.RESIDENT, Role.CARER, Role.REPRESENTATIVE, Role.PRACTITIONER, Role.LINK_WORKER)


def account(role: Role) -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{role}@demo.example", name=f"Made {role.title()} (x)")
    give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=SINCE)
    return user


@pytest.mark.django_db
def test_a_demonstrations_register_is_ready_to_be_walked(tmp_path: Path) -> None:
    write_made(tmp_path / "made", plan(400, date(2026, 4, 1)), 1, "csv")
    users = {role: account(role) for role in NEEDED}
    made = make(at=timezone.now(), borough=read_borough(tmp_path / "made"), accounts=users)
    stands = {role: may(user, made.resident, today()) for role, user in users.items()}
    assert stands[Role.RESIDENT] == {"own"} and stands[Role.CARER] == stands[Role.REPRESENTATIVE] == {"lent"}
    assert stands[Role.PRACTITIONER] >= {"assigned"} and stands[Role.LINK_WORKER] >= {"assigned"}
    assert len(made.beside) == BESIDE and made.restricted not in made.beside
    assert may(users[Role.PRACTITIONER], made.restricted, today()) and not may(
        users[Role.LINK_WORKER], made.restricted, today()
    )
    assert queries.mine(users[Role.LINK_WORKER], today()).count() > BESIDE
    assert all(queries.person(key).postcode for key in made.beside)  # type: ignore[union-attr]
