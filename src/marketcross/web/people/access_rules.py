"""Who may use the addresses of people. docs/method/people.md shows it as a table, which a test checks."""

from marketcross.web.core.access.rules import Rule, about, only
from marketcross.web.core.models.role import Role

WORKING = "assigned same_team other"


def _beside(relations: str = WORKING) -> Rule:
    """Practitioners and link workers beside a person."""
    return about("person", "person", practitioner=relations, link_worker=relations)


WORKERS = (Role.PRACTITIONER, Role.LINK_WORKER)
OWNERS = (Role.RESIDENT, Role.CARER)
HELPERS = (Role.CARER, Role.REPRESENTATIVE, Role.OUTSIDE_HELPER)

RULES = {
    "people:mine": only(*WORKERS),
    "people:add": only(*WORKERS),
    "people:find": only(*WORKERS),
    "people:likely": only(*WORKERS),
    "people:two_people": only(*WORKERS),
    "people:compare": _beside(),
    "people:merges": _beside(),
    "people:undo": _beside(),
    "people:ask": only(*WORKERS),
    "people:person": _beside(),
    "people:history": _beside(),
    "people:correct": _beside(),
    "people:relationship_added": _beside(),
    "people:relationship": _beside(),
    "people:capacity": _beside(),
    "people:liberty": _beside(),
    "people:liberty_ended": _beside(),
    "people:equalities": _beside(),
    "people:sharing": _beside(),
    "people:team": _beside("assigned same_team"),
    "people:who_looked": _beside("assigned same_team"),
    "people:restricted": _beside("assigned same_team other"),
    "people:naming_ended": _beside("assigned same_team other"),
    "people:part_shown": _beside("assigned same_team"),
    "people:reasons": only(*WORKERS),
    "people:reason_read": only(*WORKERS),
    "people:requests": only(*WORKERS),
    "people:take_in": only(*WORKERS),
    "people:take_in_file": only(*WORKERS),
    "people:asked": _beside(),
    "people:everything": _beside("assigned same_team"),
    "people:everything_file": _beside("assigned same_team"),
    "people:move": _beside("assigned same_team"),
    "people:hold": _beside(),
    "people:erasing": only(Role.AUDITOR, Role.ADMINISTRATOR),
    "people:erasing_decided": only(Role.AUDITOR, Role.ADMINISTRATOR),
    "people:my_everything": only(*OWNERS),
    "people:my_answer": only(*OWNERS),
    "people:my_record": only(*OWNERS),
    "people:my_looks": only(*OWNERS),
    "people:my_parts": only(*OWNERS),
    "people:my_lendings": only(*OWNERS),
    "people:my_lending_ended": only(*OWNERS),
    "people:helping": only(*HELPERS),
    "people:lent": about("person", "person", **dict.fromkeys(HELPERS, "lent")),
    "people:unusual": only(Role.AUDITOR),
    "people:unusual_read": only(Role.AUDITOR),
}
