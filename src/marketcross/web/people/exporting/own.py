"""What the register itself holds about a person. Imported when the context starts."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from marketcross.web.people.equalities import questions
from marketcross.web.people.fields import FIELDS
from marketcross.web.people.lawful_bases import purposes
from marketcross.web.people.models import Relationship
from marketcross.web.people.queries.summary import person as summary_of

from .kinds import Goes, Tell, holds, leaves_out
from .rows import Row


def _of_field(code: str) -> Tell:
    return lambda row: FIELDS[code].tell(row.get(code))


def _answer(row: Row) -> str:
    asked = {one.code: one for one in questions()}.get(row.get("question", ""))
    said = str(row.get("answer", ""))
    return str(dict(asked.answers).get(said, said)) if asked else said


def _question(row: Row) -> str:
    asked = {one.code: one for one in questions()}.get(row.get("question", ""))
    return str(asked.asks) if asked else str(row.get("question", ""))


def _purpose(row: Row) -> str:
    code = str(row.get("purpose", ""))
    return {one.code: one.plain for one in purposes()}.get(code, code)


INSTALLATION = "a number of this installation, which means nothing elsewhere"

leaves_out("people.findable", "what the find box looks through: made from what is told")
leaves_out("people.likelysame", "made each night from what is told; the other side is somebody else's record")
leaves_out("people.mergedvalue", "what a merge changed, so that it can be undone; the rows themselves are told")
leaves_out("people.heldback", "what is not told; how much and why stands in the answer")


def _who(row: Relationship) -> str:
    """The name of somebody in a person's life, of the register or not."""
    found = summary_of(row.other_id) if row.other_id else None
    return found.name if found else row.outside_name


# Another installation keeps these in tables of its own.
holds(
    "people.person", _("Who it is about"), goes=Goes.AS_ROWS, through="pk", certain=("language", "access_needs"),
    left={"return_id": INSTALLATION, "merged_into": "where it leads to is what is told"},
    words={code: _of_field(code) for code in ("language", "access_needs")},
)  # fmt: skip
holds("people.name", _("Names"), goes=Goes.AS_ROWS, certain=("given", "family", "whole"))
holds("people.address", _("Addresses"), goes=Goes.AS_ROWS, certain=("lines", "postcode"))
holds("people.contactdetail", _("Telephone, email and other ways"), goes=Goes.AS_ROWS, certain=("value",))
holds(
    "people.identifier", _("Numbers"), goes=Goes.AS_ROWS, certain=("value",),
    words={"system": lambda row: str(row.get("system", "")).replace("_", " ")},
    left={"set_aside": "says only which of two merged records bears the number"},
)  # fmt: skip
holds("people.gpregistration", _("GP practice"), goes=Goes.AS_ROWS, certain=("code", "practice"))
holds(
    "people.relationship", _("People in their life"), goes=Goes.AS_ROWS, hidden=Q(other__restricted=True),
    left=dict.fromkeys(("evidence", "seen_on", "seen_by"), "told under papers that were seen")
    | {"other": "told as a name"}, tells={"outside_name": _who},
)  # fmt: skip
holds("people.libertyauthorisation", _("Authorisations about liberty"), goes=Goes.AS_ROWS, certain=("authority",))
holds(
    "people.equalityanswer", _("Answers about equality"), goes=Goes.AS_ROWS, certain=("answer",),
    words={"question": _question, "answer": _answer},
)  # fmt: skip
holds("people.sharingwish", _("Wishes about sharing"), goes=Goes.AS_ROWS)
holds("people.keptpart", _("Parts kept back"), goes=Goes.AS_ROWS)

# Another council reads these: it decides, agrees and checks for itself.
holds(
    "people.evidence", _("Papers that were seen"), goes=Goes.AS_CAME, model="people.relationship",
    only=("kind", "outside_name", "evidence", "seen_on", "seen_by"), tells={"outside_name": _who},
    hidden=Q(other__restricted=True) | Q(evidence=""),
)  # fmt: skip
holds("people.capacitydecision", _("Decisions about capacity"), goes=Goes.AS_CAME)
holds("people.consent", _("Consent"), goes=Goes.AS_CAME)
holds("people.lawfulbasis", _("What the information is used for"), goes=Goes.AS_CAME, words={"purpose": _purpose})

# What this council did.
holds(
    "people.named_in", _("Named in somebody else's record"), goes=Goes.STAYS,
    model="people.relationship", through="other", only=("kind", "starts_on", "ends_on"),
    hidden=Q(person__restricted=True),
)  # fmt: skip
holds("people.assignment", _("Who works beside them"), goes=Goes.STAYS)
holds("people.lending", _("Who else may see the record"), goes=Goes.STAYS)
holds("people.namedforrestricted", _("Who may see the restricted record"), goes=Goes.STAYS)
holds("people.personaccount", _("Account"), goes=Goes.STAYS)
holds("people.accessreason", _("Reasons for looks at the record"), goes=Goes.STAYS)
holds(
    "people.merge", _("Records that were made one"), goes=Goes.STAYS, through="kept",
    left={"gone": INSTALLATION},
)  # fmt: skip
holds(
    "people.subjectrequest", _("Requests for everything"), goes=Goes.STAYS, certain=("longer_why",),
    left={"content": "the answer itself"},
)  # fmt: skip
holds("people.move", _("Moves between councils"), goes=Goes.STAYS, certain=("council", "checksum"))
holds("people.legalhold", _("Why the record is kept longer"), goes=Goes.STAYS)
leaves_out("people.receivedrow", "told with the rows of its own kind: gathering reads it")
