"""The pathway's tables, one idea a file. docs/method/pathway-thread.md draws their states."""

from .budget import IndicativeBudget
from .eligible_need import UnmetEligibleNeed
from .introduction import Introduction
from .line import PlanLine
from .match import Match
from .outcome import PlanOutcome
from .plan import Plan
from .plan_version import PlanVersion
from .preference import PreferenceNote, UnmetPreference
from .step import Step
from .wellbeing import Wellbeing

__all__ = [
    "IndicativeBudget",
    "Introduction",
    "Match",
    "Plan",
    "PlanLine",
    "PlanOutcome",
    "PlanVersion",
    "PreferenceNote",
    "Step",
    "UnmetEligibleNeed",
    "UnmetPreference",
    "Wellbeing",
]
