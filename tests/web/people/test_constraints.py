"""What must always hold in the register is refused by the database itself, whoever writes."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.people.models import (
    AccessReason,
    Address,
    Assignment,
    CapacityDecision,
    Consent,
    ContactDetail,
    EqualityAnswer,
    GpRegistration,
    Identifier,
    KeptPart,
    Lending,
    LibertyAuthorisation,
    Name,
    NamedForRestricted,
    Person,
    PersonAccount,
    Relationship,
    SharingWish,
)

from .making import AT, NHS, SINCE, somebody, user

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


@action("test.written")
def write(*, by: Actor, at: datetime, make: Callable[[], Any]) -> None:
    note(make())


def refused(name: str, make: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write(by=SYSTEM, at=AT, make=make)


@pytest.mark.django_db
def test_the_database_refuses_what_cannot_be() -> None:
    person, other, staff = somebody(nhs_number=NHS, lines="1 Mill Lane"), somebody(), user("practitioner")
    p, s = {"person": person}, {"person": person, "starts_on": JUNE}
    who = {**s, "user": staff}
    kin = {**s, "kind": "family"}
    tries: list[tuple[str, type, dict[str, Any]]] = [
        ("person_born_on_or_about_a_year", Person, {"born_on": JUNE, "born_about": 1950}),
        ("person_born_about_a_likely_year", Person, {"born_about": 1879}),
        ("person_dies_after_birth", Person, {"born_on": JUNE, "died_on": date(2026, 5, 31)}),
        ("person_sex_is_known", Person, {"sex": "x"}),
        ("person_reach_by_is_known", Person, {"reach_by": "x"}),
        ("name_has_a_part", Name, {**s, "kind": "former", "whole": "A"}),
        ("name_has_a_whole", Name, {**s, "kind": "former", "given": "A"}),
        ("name_kind_is_known", Name, {**s, "kind": "x", "given": "A", "whole": "A"}),
        ("name_one_used_at_a_time", Name, {**s, "kind": "used", "given": "A", "whole": "A"}),
        ("name_ends_after_it_starts", Name, {**s, "kind": "former", "given": "A", "whole": "A", "ends_on": JUNE}),
        ("address_one_home_at_a_time", Address, {**s, "kind": "home", "lines": "2"}),
        ("address_one_home_at_a_time", Address, {**s, "kind": "no_fixed_address"}),
        ("address_says_where", Address, {**s, "kind": "staying_at"}),
        ("address_postcode_is_well_formed", Address, {**s, "kind": "staying_at", "postcode": "zx11aa"}),
        ("contact_says_how", ContactDetail, {**s, "kind": "email", "value": ""}),
        ("contact_kind_is_known", ContactDetail, {**s, "kind": "x", "value": "1"}),
        ("identifier_nhs_number_holds", Identifier, {**s, "system": "nhs_number", "value": "9990000019"}),
        ("identifier_nhs_number_holds", Identifier, {**s, "system": "nhs_number", "value": "999 000 0018"}),
        ("identifier_names_one_person", Identifier,
         {"person": other, "starts_on": JUNE, "system": "nhs_number", "value": NHS}),
        ("identifier_one_nhs_number", Identifier, {**s, "system": "nhs_number", "value": "9990000026"}),
        ("gp_code_well_formed", GpRegistration, {**s, "practice": "A", "code": "a1"}),
        ("gp_has_a_name", GpRegistration, {**s, "practice": ""}),
        ("relationship_to_one_other", Relationship, kin),
        ("relationship_to_one_other", Relationship, {**kin, "other": other, "outside_name": "B"}),
        ("relationship_not_to_oneself", Relationship, {**kin, "other": person}),
        ("relationship_authority_has_a_scope", Relationship, {**s, "kind": "attorney", "outside_name": "B"}),
        ("relationship_evidence_is_whole", Relationship, {**kin, "outside_name": "B", "evidence": "Paper"}),
        ("capacity_leaves_no_best_interests", CapacityDecision,
         {**p, "decision": "A", "has_capacity": True, "decided_on": JUNE, "decided_by": staff, "best_interests": "B"}),
        ("capacity_is_about_a_decision", CapacityDecision,
         {**p, "decision": "", "has_capacity": True, "decided_on": JUNE, "decided_by": staff}),
        ("liberty_ends_after_it_starts", LibertyAuthorisation,
         {**s, "kind": "urgent", "authority": "A", "ends_on": JUNE}),
        ("equality_answered_or_declined", EqualityAnswer,
         {**p, "question": "religion", "answer": "none", "declined": True, "answered_on": JUNE}),
        ("consent_only_where_free", Consent, {**p, "purpose": "care", "given_on": JUNE}),
        ("consent_withdrawn_after_given", Consent,
         {**p, "purpose": "news", "given_on": JUNE, "withdrawn_on": date(2026, 5, 31)}),
        ("wish_is_known", SharingWish, {**s, "about": "gp", "wish": "x"}),
        ("assignment_of_a_user_or_a_team", Assignment, {**s, "part": "lead"}),
        ("kept_part_is_known", KeptPart, {**s, "part": "x", "kept_from": "internet"}),
        ("reason_has_an_end", AccessReason, {**who, "reason": "call", "words": "A"}),
        ("reason_has_words", AccessReason, {**who, "reason": "call", "ends_on": JULY}),
        ("reason_emergency_says_so", AccessReason, {**who, "reason": "call", "emergency": True, "ends_on": JULY}),
    ]  # fmt: skip
    for name, model, facts in tries:
        refused(name, lambda model=model, facts=facts: model.objects.create(**facts))  # type: ignore[misc]


@pytest.mark.django_db
def test_one_of_a_kind_stands_once() -> None:
    person, staff = somebody(), user("practitioner")
    s = {"person": person, "starts_on": SINCE}
    twice: list[tuple[str, type, dict[str, Any]]] = [
        ("named_once", NamedForRestricted, {**s, "user": staff}),
        ("lending_once_to_each", Lending, {**s, "user": staff}),
        ("account_is_one_person", PersonAccount, {**s, "user": staff}),
        ("assignment_of_a_user_once", Assignment, {**s, "user": staff, "part": "lead"}),
        ("kept_part_once", KeptPart, {**s, "part": "contact", "kept_from": "internet"}),
        ("wish_one_about_each", SharingWish, {**s, "about": "gp", "wish": "share"}),
        ("consent_once_a_purpose", Consent, {"person": person, "purpose": "news", "given_on": SINCE}),
        ("contact_one_preferred", ContactDetail, {**s, "kind": "email", "value": "a@b.c", "preferred": True}),
        ("equality_asked_once", EqualityAnswer,
         {"person": person, "question": "religion", "declined": True, "answered_on": SINCE}),
        ("gp_one_at_a_time", GpRegistration, {**s, "practice": "A"}),
    ]  # fmt: skip
    for name, model, facts in twice:
        write(by=SYSTEM, at=AT, make=lambda model=model, facts=facts: model.objects.create(**facts))  # type: ignore[misc]
        refused(name, lambda model=model, facts=facts: model.objects.create(**facts))  # type: ignore[misc]


@pytest.mark.django_db
def test_an_nhs_number_of_a_record_that_was_merged_away_is_free_for_the_record_that_was_kept() -> None:
    gone, kept = somebody(nhs_number=NHS), somebody()

    def move() -> Identifier:
        Identifier.objects.filter(person=gone).update(set_aside=True)
        return Identifier.objects.create(person=kept, system="nhs_number", value=NHS, starts_on=JUNE)

    write(by=SYSTEM, at=AT, make=move)
    assert Identifier.objects.count() == 2
