"""Deferred payment agreements: whether one must be offered, how much is deferred, and how far it can go."""

from enum import IntEnum

from marketcross.engine.rules.charging.capital import HUNDRED_PERCENT, ChargedAs, Home, after_sale
from marketcross.engine.rules.charging.contribution import Charged
from marketcross.engine.rules.definition import rule
from marketcross.engine.vocabulary.frequency import WEEKS_IN_A_YEAR
from marketcross.engine.vocabulary.rounding import whole_below

HUNDREDTHS = 100


class Deferral(IntEnum):
    """Whether the council must offer a deferred payment agreement."""

    NOT_ASKED_FOR = 0
    OFFERED = 1
    NOT_IN_A_CARE_HOME = 2
    HOME_NOT_COUNTED = 3
    OTHER_CAPITAL = 4
    NOTHING_TO_DEFER = 5


@rule(
    "Care Act 2014, section 34; SI 2014/2671, regulation 2",
    codes=Deferral,
    aside=True,
    says={
        Deferral.NOT_ASKED_FOR: "",
        Deferral.OFFERED: "The council must offer you a deferred payment agreement: your home is counted, and "
        "your other capital "
        "is not over {upper_capital_limit}.",
        Deferral.NOT_IN_A_CARE_HOME: "The council need not offer a deferred payment agreement: you are not in a "
        "care home for good.",
        Deferral.HOME_NOT_COUNTED: "The council need not offer a deferred payment agreement: your home is not counted.",
        Deferral.OTHER_CAPITAL: "The council need not offer a deferred payment agreement: your capital besides "
        "the home is over "
        "{upper_capital_limit}.",
        Deferral.NOTHING_TO_DEFER: "There is no charge that could be deferred.",
    },
)
def deferral(
    wants_deferred_payment: int,
    charged_as: int,
    home: int,
    capital: int,
    home_capital: int,
    upper_capital_limit: int,
    how_charged: int,
) -> int:
    """It must be offered in a care home where the home is counted and other capital is not over the upper limit."""
    if not wants_deferred_payment:
        return Deferral.NOT_ASKED_FOR
    if charged_as != ChargedAs.PERMANENT_RESIDENT:
        return Deferral.NOT_IN_A_CARE_HOME
    if home != Home.COUNTED:
        return Deferral.HOME_NOT_COUNTED
    if capital - home_capital > upper_capital_limit:
        return Deferral.OTHER_CAPITAL
    if how_charged == Charged.NOT_CHARGED or how_charged == Charged.NOTHING_TO_CHARGE:
        return Deferral.NOTHING_TO_DEFER
    return Deferral.OFFERED


@rule(
    "SI 2014/2671, regulation 8",
    aside=True,
    says={
        0: "",
        ...: "You may keep {disposable_income_allowance} of your income of {countable_income}. "
        "Of the charge of {charge}, {result} can be deferred.",
    },
)
def deferred_a_week(deferral: int, charge: int, countable_income: int, disposable_income_allowance: int) -> int:
    """All of the charge may be deferred that income above the disposable income allowance does not meet."""
    if deferral != Deferral.OFFERED:
        return 0
    return max(0, charge - max(0, countable_income - disposable_income_allowance))


@rule(
    "SI 2014/2671, regulation 5",
    unit="pence",
    aside=True,
    says={
        0: "",
        ...: "No more than {result} can be deferred in all: your home's value less {equity_reserve}, less {home_debt} "
        "secured on it, by your share, less {lower_capital_limit}.",
    },
)
def equity_limit(
    deferral: int, home_value: int, home_debt: int, home_share: int, equity_reserve: int, lower_capital_limit: int
) -> int:
    """The equity limit is the home's value less a tenth, less what is secured on it, less the lower capital limit."""
    if deferral != Deferral.OFFERED:
        return 0
    equity = whole_below(after_sale(home_value, home_debt, equity_reserve) * home_share, HUNDRED_PERCENT)
    return max(0, equity - lower_capital_limit)


@rule(
    "SI 2014/2671, regulation 5",
    unit="weeks",
    aside=True,
    says={0: "", ...: "At this rate the limit is reached after {result}, interest not counted."},
)
def weeks_until_equity_limit(equity_limit: int, already_deferred: int, deferred_a_week: int) -> int:
    """Whole weeks that can still be deferred before the equity limit, without further interest."""
    if deferred_a_week == 0:
        return 0
    return whole_below(max(0, equity_limit - already_deferred), deferred_a_week)


@rule(
    "SI 2014/2671, regulation 9",
    aside=True,
    says={0: "", ...: "Interest on the {already_deferred} deferred so far is {result} at present."},
)
def deferred_interest_a_week(
    deferral: int, already_deferred: int, deferred_interest: int, maximum_interest: int
) -> int:
    """Interest may be charged, at no more than the national maximum rate; a fraction of a penny is dropped."""
    if deferral != Deferral.OFFERED or already_deferred == 0 or deferred_interest == 0:
        return 0
    rate = min(deferred_interest, maximum_interest)
    return whole_below(already_deferred * rate, HUNDREDTHS * HUNDRED_PERCENT * WEEKS_IN_A_YEAR)


RULES = (deferral, deferred_a_week, equity_limit, weeks_until_equity_limit, deferred_interest_a_week)
