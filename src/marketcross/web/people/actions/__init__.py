"""All that can be done to the register, one idea a file."""

from .access import give_reason, mark_reason_read
from .accounts import end_account, link_account
from .adding import add_person
from .assigning import assign, end_assignment
from .changing import change
from .contacting import change_contact
from .dying import record_death
from .equalities import answer_equality
from .facts import authorise_liberty, end_liberty, record_capacity
from .keeping import end_lending, keep_part, lend, show_part
from .moving import change_gp, change_home, change_other_address
from .naming import change_name
from .numbering import change_number
from .relating import add_relationship, end_relationship, see_evidence
from .restricting import end_naming, lift_restriction, name_for, restrict
from .sharing import agree, end_purpose, say_wish, use_for, withdraw

__all__ = [
    "add_person",
    "add_relationship",
    "agree",
    "answer_equality",
    "assign",
    "authorise_liberty",
    "change",
    "change_contact",
    "change_gp",
    "change_home",
    "change_name",
    "change_number",
    "change_other_address",
    "end_account",
    "end_assignment",
    "end_lending",
    "end_liberty",
    "end_naming",
    "end_purpose",
    "end_relationship",
    "give_reason",
    "keep_part",
    "lend",
    "lift_restriction",
    "link_account",
    "mark_reason_read",
    "name_for",
    "record_capacity",
    "record_death",
    "restrict",
    "say_wish",
    "see_evidence",
    "show_part",
    "use_for",
    "withdraw",
]
