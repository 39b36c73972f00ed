"""All that can be done on the pathway, one idea a file. Every refused move raises ``MoveRefused`` with its reason."""

from .agreeing import agree_as_council, agree_as_person, end_plan, reopen
from .budgets import suggest_budget
from .deaths import end_for_death
from .introductions import begin, end_introduction, introduce, take
from .lines import add_line, agree_with_service, take_out_line
from .matches import choose, decline, find_again, find_matches, lose_matches, tell
from .needs import close_need, meet_need, open_need
from .outcomes import add_outcome, change_outcome, take_out_outcome
from .plans import PlanChanged, start_plan
from .preferences import note_preference, withdraw
from .steps import record_result, suggest_step
from .wellbeing import record_wellbeing

__all__ = [
    "PlanChanged",
    "add_line",
    "add_outcome",
    "agree_as_council",
    "agree_as_person",
    "agree_with_service",
    "begin",
    "change_outcome",
    "choose",
    "close_need",
    "decline",
    "end_for_death",
    "end_introduction",
    "end_plan",
    "find_again",
    "find_matches",
    "introduce",
    "lose_matches",
    "meet_need",
    "note_preference",
    "open_need",
    "record_result",
    "record_wellbeing",
    "reopen",
    "start_plan",
    "suggest_budget",
    "suggest_step",
    "take",
    "take_out_line",
    "take_out_outcome",
    "tell",
    "withdraw",
]
