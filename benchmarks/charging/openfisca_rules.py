"""The same charge as a small OpenFisca package, written for this benchmark and run only in its own process.

Parameters are dated, variables have formulas, one person is one entity: as OpenFisca's own template has it.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Person = build_entity(key="person", plural="persons", label="A person who needs care", is_person=True)


VARIABLES: list[type[Variable]] = []


def variable(name: str, kind: type, label: str, **more: Any) -> type[Variable]:
    described = {"value_type": kind, "entity": Person, "definition_period": MONTH, "label": label}
    return type(name, (Variable,), described | more)


def amount(label: str, kind: type = int) -> Callable[[Any], Any]:
    """A variable with this formula; an amount in pence, or an answer where ``kind`` is bool."""

    def made(formula: Any) -> Any:
        VARIABLES.append(variable(formula.__name__, kind, label, formula=formula))
        return formula

    return made


@amount("Lives in a care home for good", bool)
def permanent(person: Any, period: Any, parameters: Any) -> Any:
    return (person("setting", period) >= 4) * (person("stay", period) == 0)


@amount("Charged by the rules for care at home", bool)
def as_at_home(person: Any, period: Any, parameters: Any) -> Any:
    short = person("weeks_of_stay", period) <= parameters(period).short_stay
    in_home = person("setting", period) >= 4
    return np.logical_not(in_home) + in_home * np.logical_not(person("permanent", period)) * short


@amount("Cost that can be charged for")
def cost_to_charge(person: Any, period: Any, parameters: Any) -> Any:
    nursing = (person("setting", period) == 5) * (person("funded_nursing_care", period) == 1)
    nhs = nursing * parameters(period).funded_nursing_care_standard
    return np.maximum(0, person("cost_of_care", period) - nhs)


@amount("The home, where it counts")
def home_capital(person: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period)
    weeks = person("weeks_in_care_home", period) >= p.property_disregard
    counted = person("permanent", period) * (person("home_kept_by", period) == 0) * weeks
    value = person("home_value", period).astype(np.int64) * (100 - int(p.expenses_of_sale)) // 100
    return counted * value


@amount("Capital that counts")
def capital(person: Any, period: Any, parameters: Any) -> Any:
    held = person("savings", period) + person("joint_savings", period) // 2
    return held + person("home_capital", period)


@amount("Capital over the upper limit", bool)
def over_limit(person: Any, period: Any, parameters: Any) -> Any:
    return person("capital", period) > parameters(period).upper_capital_limit


@amount("Tariff income")
def tariff_income(person: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period)
    above = np.maximum(0, person("capital", period) - int(p.lower_capital_limit))
    steps = -(-above // int(p.tariff_income_step))
    return np.logical_not(person("over_limit", period)) * steps * int(p.tariff_income_of_a_step)


@amount("Half of a private pension, kept for the partner")
def pension_for_partner(person: Any, period: Any, parameters: Any) -> Any:
    in_home = (person("setting", period) >= 4) * np.logical_not(person("as_at_home", period))
    share = int(parameters(period).pension_share_kept_for_partner)
    half = -(-person("private_pension", period) * share // 100)
    return person("half_pension_to_partner", period) * in_home * half


@amount("Savings credit disregard")
def savings_disregard(person: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period)
    couple = person("couple", period)
    limit = np.where(couple, p.savings_credit_disregard_couple, p.savings_credit_disregard_single)
    return np.minimum(person("savings_credit", period), limit)


@amount("Income that counts, with tariff income")
def income(person: Any, period: Any, parameters: Any) -> Any:
    pensions = person("state_pension", period) + person("private_pension", period)
    pensions = pensions - person("pension_for_partner", period) + person("pension_credit", period)
    credit = person("savings_credit", period) - person("savings_disregard", period)
    benefits = person("working_age_benefits", period) + person("disability_benefit", period)
    disregard = parameters(period).war_widow_disregard
    widow = np.maximum(0, person("war_widow_pension", period) - disregard)
    counted = np.maximum(0, pensions + credit + benefits + widow + person("other_income", period))
    return counted + person("tariff_income", period)


@amount("Has, or the partner has, reached pension credit age", bool)
def pensioner(person: Any, period: Any, parameters: Any) -> Any:
    by = parameters(period).pension_age_if_born_by
    partner = person("partner_born", period)
    return (person("born", period) <= by) + person("couple", period) * (partner > 0) * (partner <= by)


@amount("Minimum income guarantee")
def guarantee(person: Any, period: Any, parameters: Any) -> Any:
    p = parameters(period)
    couple, old = person("couple", period), person("pensioner", period)
    children = person("children", period)
    full = person("born", period) <= p.full_age_if_born_by
    single = np.where(full, p.guarantee_single_25_or_over, p.guarantee_single_under_25)
    single = np.where(children > 0, p.guarantee_lone_parent, single)
    single = np.where(old, p.guarantee_single_pension_age, single)
    both = np.where(old, p.guarantee_couple_pension_age, p.guarantee_couple)
    premium = np.where(couple, p.disability_premium_couple, p.disability_premium_single)
    enhanced = np.where(couple, p.enhanced_disability_premium_couple, p.enhanced_disability_premium_single)
    premiums = person("gets_disability_premium", period) * premium
    premiums = premiums + person("gets_enhanced_disability_premium", period) * enhanced
    return np.where(couple, both, single) + children * p.guarantee_child + premiums


@amount("Housing costs net of benefit")
def housing_costs(person: Any, period: Any, parameters: Any) -> Any:
    rent = np.maximum(0, person("rent", period) - person("housing_benefit", period))
    return rent + np.maximum(0, person("council_tax", period) - person("council_tax_reduction", period))


@amount("What can be paid at home")
def contribution_at_home(person: Any, period: Any, parameters: Any) -> Any:
    kept = person("guarantee", period) + person("housing_costs", period) + person("disability_expenses", period)
    return np.maximum(0, person("income", period) - kept)


@amount("What can be paid in a care home")
def contribution_in_care_home(person: Any, period: Any, parameters: Any) -> Any:
    housing = np.logical_not(person("permanent", period)) * person("housing_costs", period)
    kept = parameters(period).personal_expenses_allowance + housing
    return np.maximum(0, person("income", period) - kept)


@amount("What the person pays a week")
def charge(person: Any, period: Any, parameters: Any) -> Any:
    at_home, in_home = person("contribution_at_home", period), person("contribution_in_care_home", period)
    able = np.where(person("as_at_home", period), at_home, in_home)
    full = person("over_limit", period) + person("refuses_assessment", period)
    cost = person("cost_to_charge", period)
    return np.where(full, cost, np.minimum(able, cost))


def system(names: dict[str, bool], values: dict[str, int]) -> TaxBenefitSystem:
    """The tax and benefit system: entity, dated parameters, input variables and formulas."""
    made = TaxBenefitSystem([Person])
    data = {name: {"values": {"2015-04-01": {"value": value}}} for name, value in values.items()}
    made.parameters = ParameterNode("", data=data)
    facts = [variable(name, bool if flag else int, name) for name, flag in names.items()]
    for each in (*facts, *VARIABLES):
        made.add_variable(each)
    return made
