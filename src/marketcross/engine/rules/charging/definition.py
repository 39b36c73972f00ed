"""The charging rules in the order in which they are applied."""

from marketcross.engine.rules.charging import (
    capital,
    contribution,
    deferred,
    expenses,
    free,
    guarantee,
    income,
    notional,
    outcome,
)
from marketcross.engine.rules.charging.facts import FACTS
from marketcross.engine.rules.charging.policy import POLICY
from marketcross.engine.rules.definition import Definition
from marketcross.engine.vocabulary.column import Column, Kind

NURSING_RATES = ("funded_nursing_care_standard", "funded_nursing_care_higher")
LAW = (
    "upper_capital_limit",
    "lower_capital_limit",
    "tariff_income_step",
    "tariff_income_of_a_step",
    "expenses_of_sale",
    "arrears_disregard",
    "property_disregard",
    "short_stay",
    "pension_share_kept_for_partner",
    "war_widow_disregard",
    "savings_credit_disregard_single",
    "savings_credit_disregard_couple",
    "guarantee_child",
    "guarantee_single_under_25",
    "guarantee_single_25_or_over",
    "guarantee_single_pension_age",
    "guarantee_lone_parent",
    "guarantee_couple",
    "guarantee_couple_pension_age",
    "disability_premium_single",
    "disability_premium_couple",
    "enhanced_disability_premium_single",
    "enhanced_disability_premium_couple",
    "carer_premium",
    "personal_expenses_allowance",
    "free_reablement",
    "minor_adaptation",
    "disposable_income_allowance",
    "equity_reserve",
    "maximum_interest",
    *NURSING_RATES,
)


def _day(name: str, description: str) -> Column:
    return Column(name, Kind.DATE, description)


DAYS = (
    _day("on", "The day for which the charge is worked out."),
    _day("rates_until", "The first day on which the rates or the policy may be others."),
    _day("nursing_rates_until", "The first day on which funded nursing care may be another."),
    _day("full_age_if_born_by", "Whoever was born by this day is 25 or over."),
    _day("pension_age_if_born_by", "Whoever was born by this day has reached pension credit age."),
    _day("full_age_at_last_if_born_by", "Whoever was born by this day is 25 before the rates change."),
    _day(
        "pension_age_at_last_if_born_by",
        "Whoever was born by this day reaches pension credit age before the rates change.",
    ),
)

CHARGING = Definition(
    title="What you pay towards your care",
    facts=FACTS,
    law=LAW,
    policy=POLICY,
    days=DAYS,
    rules=(
        *free.RULES,
        *capital.RULES,
        *contribution.RULES_BEFORE_INCOME,
        *income.RULES,
        *guarantee.RULES,
        *expenses.RULES,
        *contribution.RULES,
        *notional.RULES,
        *deferred.RULES,
        *outcome.RULES,
    ),
    results=(
        "how_charged",
        "charged_as",
        "charge",
        "council_pays",
        "nhs_pays",
        "free_services",
        "cost_to_charge",
        "capital",
        "tariff_income",
        "income_assessed",
        "minimum_income_guarantee",
        "disposable_income",
        "arrangement_charge",
        "adaptation_charge",
        "notional_reduction",
        "deferral",
        "deferred_a_week",
        "equity_limit",
        "weeks_until_equity_limit",
        "deferred_interest_a_week",
        "until",
        "birthday_before",
    ),
)
