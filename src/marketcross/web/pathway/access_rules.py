"""Who may use the pathway's addresses. Saying what matters needs no account; all else is about one person.

Plans are a practitioner's work and introductions mostly a link worker's; either may read the other's, since they work
beside the same person. ``other`` is somebody outside the team whose reason is in force.
"""

from marketcross.web.core.access.rules import Rule, about, only, public
from marketcross.web.core.models.role import Role

BESIDE = "assigned same_team other"
HELPERS = (Role.CARER, Role.REPRESENTATIVE, Role.OUTSIDE_HELPER)


def _beside() -> Rule:
    return about("person", "person", practitioner=BESIDE, link_worker=BESIDE)


def _planning() -> Rule:
    return about("person", "person", practitioner=BESIDE)


def _own_or_lent() -> Rule:
    """Carers have a record of their own, too, and may have others' lent to them."""
    lent = {role.value: "lent" for role in HELPERS}
    return about("person", "person", **lent | {"resident": "own", "carer": "own lent"})


def _own() -> Rule:
    return about("person", "person", resident="own", carer="own")


READING = ("support", "introduction", "preference", "plan", "plan_letter", "plan_pdf", "version", "budget")
LINKING = ("introduce", "begin", "try", "step", "missing", "wellbeing", "end_introduction", "put", "match", "withdraw")
PLANNING = (
    "start_plan", "agree", "agree_for_council", "reopen", "end_plan", "suggest_budget", "add_outcome", "outcome",
    "take_out_outcome", "find", "add_line", "wanted", "open_need", "take_out_line", "agreed_with_service", "meet_need",
    "close_need",
)  # fmt: skip

RULES = {
    "pathway:what_matters": public(),
    "pathway:question": public(posts=600),  # a library full of people shares one address
    "pathway:answers": public(),
    "pathway:answers_letter": public(),
    "pathway:answers_pdf": public(),
    "pathway:leaflet": public(),
    "pathway:leaflet_pdf": public(),
    "pathway:work": only(Role.PRACTITIONER, Role.LINK_WORKER),
    "pathway:take": only(Role.LINK_WORKER),
    "pathway:my_plan": only(Role.RESIDENT, Role.CARER),
    "pathway:own": _own_or_lent(),
    "pathway:own_letter": _own_or_lent(),
    "pathway:own_pdf": _own_or_lent(),
    "pathway:own_agree": _own(),
    "pathway:ask_for_link_worker": _own(),
    **{f"pathway:{name}": _beside() for name in (*READING, *LINKING)},
    **{f"pathway:{name}": _planning() for name in PLANNING},
}
