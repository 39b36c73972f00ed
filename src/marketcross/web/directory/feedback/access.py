"""Who may give feedback, decide about it, reply to it, and read what tells of harm."""

from marketcross.web.core.access.rules import about, only, public
from marketcross.web.core.models.role import Role

_MODERATOR = about("feedback", "feedback", moderator="other")  # nobody decides about their own organisation's
_COUNCIL = about("feedback", "feedback", practitioner="other")

RULES = {
    "directory:give_feedback": public(posts=30),  # a library shares one address
    "directory:feedback_given": public(),
    "directory:feedback_policy": public(),
    "directory:your_feedback": public(posts=30),
    "directory:withdraw_feedback": public(posts=30),
    "directory:feedback_to_check": only(Role.MODERATOR),
    "directory:feedback_one": _MODERATOR,
    "directory:own_feedback": about("service", "service", provider="own"),
    "directory:reply_to_feedback": about("feedback", "feedback", provider="own"),
    "directory:concerns": only(Role.PRACTITIONER),
    "directory:concern": _COUNCIL,
}
