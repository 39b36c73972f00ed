"""How somebody is charged, what they can pay from income, and the charge."""

from enum import IntEnum

from marketcross.engine.rules.charging.capital import HUNDRED_PERCENT, ChargedAs
from marketcross.engine.rules.charging.facts import LightTouch
from marketcross.engine.rules.charging.free import NotCharged
from marketcross.engine.rules.definition import rule
from marketcross.engine.vocabulary.rounding import whole_below


class Charged(IntEnum):
    """How the charge came about."""

    NOTHING_TO_CHARGE = 0
    NOT_CHARGED = 1
    FULL_COST_CAPITAL = 2
    FULL_COST_REFUSED = 3
    FULL_COST_AGREED = 4
    NOTHING_AGREED = 5
    MEANS_TESTED = 6


@rule(
    "Care Act 2014, sections 14 and 17; SI 2014/2672, regulations 9, 10 and 12",
    codes=Charged,
    says={
        Charged.NOTHING_TO_CHARGE: "There is nothing to charge for.",
        Charged.NOT_CHARGED: "",
        Charged.FULL_COST_CAPITAL: "Because your capital is over the upper limit, you pay the full cost yourself.",
        Charged.FULL_COST_REFUSED: "You did not want a financial assessment, or to give what it needs. "
        "You are therefore treated as able to pay the full cost.",
        Charged.FULL_COST_AGREED: "You agreed to a light-touch assessment, for this reason: {light_touch}. You "
        "pay the full cost.",
        Charged.NOTHING_AGREED: "You agreed to a light-touch assessment: your benefits show that you cannot pay "
        "anything.",
        Charged.MEANS_TESTED: "What you pay is worked out from your income.",
    },
)
def how_charged(
    cost_to_charge: int, not_charged: int, refuses_assessment: int, light_touch: int, over_upper_limit: int
) -> int:
    """Full cost for those over the limit, who refuse, or who agree that they can pay; else a means test of income."""
    if not_charged != NotCharged.NO:
        return Charged.NOT_CHARGED
    if cost_to_charge == 0:
        return Charged.NOTHING_TO_CHARGE
    if refuses_assessment:
        return Charged.FULL_COST_REFUSED
    if light_touch == LightTouch.BENEFITS_SHOW:
        return Charged.NOTHING_AGREED
    if light_touch != LightTouch.NONE:
        return Charged.FULL_COST_AGREED
    return Charged.FULL_COST_CAPITAL if over_upper_limit else Charged.MEANS_TESTED


def left_at_home(income: int, guarantee: int, housing_costs: int, expenses_allowed: int) -> int:
    """Disposable income outside a care home."""
    return max(0, income - guarantee - housing_costs - expenses_allowed)


def left_in_care_home(income: int, charged_as: int, personal_expenses_allowance: int, housing_costs: int) -> int:
    """Disposable income in a care home. A temporary resident also keeps what the home to return to costs."""
    home_to_keep = housing_costs if charged_as == ChargedAs.TEMPORARY_RESIDENT else 0
    return max(0, income - personal_expenses_allowance - home_to_keep)


@rule(
    "Care Act 2014, section 14(7); SI 2014/2672, regulation 7; Care and Support Statutory Guidance, Annex C",
    says={
        0: "Your income of {income} does not exceed what you must be left with and what is allowed for: "
        "the guarantee of {guarantee}, housing costs of {housing_costs}, disability costs of {expenses_allowed}.",
        ...: "From your income of {income} we take the guarantee of {guarantee}, housing costs of {housing_costs} and "
        "disability costs of {expenses_allowed}. That leaves {result}.",
    },
)
def disposable_income_at_home(income: int, guarantee: int, housing_costs: int, expenses_allowed: int) -> int:
    """Outside a care home a charge must leave the guarantee, and housing and disability costs are allowed for."""
    return left_at_home(income, guarantee, housing_costs, expenses_allowed)


@rule(
    "Care and Support Statutory Guidance, section 8",
    flag=True,
    says={True: "Your council asks for only {share_of_disposable_income} of what is left.", False: ""},
)
def asks_for_a_share(share_of_disposable_income: int) -> int:
    """A council may ask for less than the whole of disposable income."""
    return share_of_disposable_income < HUNDRED_PERCENT


@rule(
    "Care and Support Statutory Guidance, section 8",
    says={0: "", ...: "From your income you can pay {result}."},
)
def contribution_at_home(disposable_income_at_home: int, asks_for_a_share: int, share_of_disposable_income: int) -> int:
    """Disposable income, or the share of it that the council asks for; a fraction of a penny is dropped."""
    if not asks_for_a_share:
        return disposable_income_at_home
    return whole_below(disposable_income_at_home * share_of_disposable_income, HUNDRED_PERCENT)


@rule(
    "SI 2014/2672, regulation 6; Care and Support Statutory Guidance, Annexes C and F",
    says={
        0: "Your income of {income} does not exceed what you keep in a care home, so you can pay nothing from it.",
        ...: "In a care home you keep {personal_expenses_allowance} of your income of {income} for yourself, "
        "and, if you are to "
        "return home, what your home costs. That leaves {result}.",
    },
)
def contribution_in_care_home(
    income: int, charged_as: int, personal_expenses_allowance: int, housing_costs: int
) -> int:
    """In a care home a person keeps the personal expenses allowance; the guarantee does not apply."""
    return left_in_care_home(income, charged_as, personal_expenses_allowance, housing_costs)


@rule("SI 2014/2672, regulations 6 to 8")
def contribution(charged_as: int, contribution_at_home: int, contribution_in_care_home: int) -> int:
    """Either the allowance of care homes or the guarantee of care at home is left to a person, never both."""
    if charged_as == ChargedAs.AT_HOME or charged_as == ChargedAs.SHORT_STAY:
        return contribution_at_home
    return contribution_in_care_home


@rule(
    "Care and Support Statutory Guidance, section 8",
    flag=True,
    says={True: "Your council charges nobody at home more than {maximum_charge}.", False: ""},
)
def maximum_applies(charged_as: int, maximum_charge: int, cost_to_charge: int) -> int:
    """A council may set a maximum charge outside care homes."""
    at_home = charged_as == ChargedAs.AT_HOME or charged_as == ChargedAs.SHORT_STAY
    return bool(at_home and 0 < maximum_charge < cost_to_charge)


@rule("Care Act 2014, section 14(4)")
def most_to_pay(cost_to_charge: int, maximum_applies: int, maximum_charge: int) -> int:
    """Nobody pays more than the care costs, or than the council's maximum."""
    return maximum_charge if maximum_applies else cost_to_charge


def asked_for(contribution: int, most_to_pay: int, smallest_charge: int) -> int:
    """What is collected of what somebody can pay."""
    asked = min(contribution, most_to_pay)
    return asked if asked >= smallest_charge else 0


@rule(
    "Care Act 2014, section 14",
    says={0: "So you pay nothing towards your care.", ...: "So you pay {result} towards your care."},
)
def charge(how_charged: int, most_to_pay: int, contribution: int, smallest_charge: int) -> int:
    """The full cost, or what can be paid from income but never more than the cost, or nothing."""
    if how_charged == Charged.MEANS_TESTED:
        return asked_for(contribution, most_to_pay, smallest_charge)
    full = how_charged == Charged.FULL_COST_CAPITAL or how_charged == Charged.FULL_COST_REFUSED
    if full or how_charged == Charged.FULL_COST_AGREED:
        return most_to_pay
    return 0


@rule(
    "Care Act 2014, section 14(1)(b); SI 2014/2672, regulation 5",
    aside=True,
    says={0: "", ...: "For arranging care that you pay for yourself, as you asked, the council charges {result} more."},
)
def arrangement_charge(how_charged: int, charged_as: int, asks_council_to_arrange: int, arrangement_fee: int) -> int:
    """Somebody over the limit who asks the council to arrange care at home may be charged for arranging it."""
    if how_charged != Charged.FULL_COST_CAPITAL or charged_as != ChargedAs.AT_HOME or not asks_council_to_arrange:
        return 0
    return arrangement_fee


RULES_BEFORE_INCOME = (how_charged,)
RULES = (
    disposable_income_at_home,
    asks_for_a_share,
    contribution_at_home,
    contribution_in_care_home,
    contribution,
    maximum_applies,
    most_to_pay,
    charge,
    arrangement_charge,
)
