"""Notional capital and its weekly reduction: what somebody gave away is spent on care as if it were still theirs."""

from marketcross.engine.rules.charging.capital import HUNDRED_PERCENT, ChargedAs, income_of_steps
from marketcross.engine.rules.charging.contribution import Charged, asked_for, left_at_home, left_in_care_home
from marketcross.engine.rules.definition import rule
from marketcross.engine.vocabulary.rounding import whole_below


@rule(
    "SI 2014/2672, regulation 23",
    flag=True,
    says="",
)
def pays_for_notional(notional_capital: int, how_charged: int, capital_held: int, upper_limit: int) -> int:
    """Notional capital matters only to a charge that rests on capital, and only below the limit without it."""
    rests_on_capital = how_charged == Charged.FULL_COST_CAPITAL or how_charged == Charged.MEANS_TESTED
    return bool(notional_capital > 0 and rests_on_capital and capital_held <= upper_limit)


@rule("SI 2014/2672, regulation 23", says="Without the notional capital your income would be {result}.")
def income_without_notional(
    countable_income: int, capital_held: int, lower_limit: int, tariff_income_step: int, tariff_income_of_a_step: int
) -> int:
    """The income that only the capital really held would give."""
    return countable_income + income_of_steps(capital_held, lower_limit, tariff_income_step, tariff_income_of_a_step)


@rule("SI 2014/2672, regulation 23", says="Without the notional capital you would pay {result}.")
def charge_without_notional(
    pays_for_notional: int,
    charge: int,
    income_without_notional: int,
    charged_as: int,
    guarantee: int,
    housing_costs: int,
    expenses_allowed: int,
    personal_expenses_allowance: int,
    share_of_disposable_income: int,
    most_to_pay: int,
    smallest_charge: int,
) -> int:
    """The charge that would be due on the capital really held."""
    if not pays_for_notional:
        return charge
    if charged_as == ChargedAs.AT_HOME or charged_as == ChargedAs.SHORT_STAY:
        left = left_at_home(income_without_notional, guarantee, housing_costs, expenses_allowed)
        could_pay = whole_below(left * share_of_disposable_income, HUNDRED_PERCENT)
    else:
        could_pay = left_in_care_home(income_without_notional, charged_as, personal_expenses_allowance, housing_costs)
    return asked_for(could_pay, most_to_pay, smallest_charge)


@rule(
    "SI 2014/2672, regulation 23",
    aside=True,
    says={
        0: "",
        ...: "Of what you pay, {result} is because of the notional capital. By so much the notional capital "
        "falls each week.",
    },
)
def notional_reduction(pays_for_notional: int, charge: int, charge_without_notional: int, notional_capital: int) -> int:
    """Notional capital falls each week by what is charged because of it, and never below nothing."""
    if not pays_for_notional:
        return 0
    return min(notional_capital, charge - charge_without_notional)


RULES = (pays_for_notional, income_without_notional, charge_without_notional, notional_reduction)
