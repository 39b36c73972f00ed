"""What counts as income."""

from marketcross.engine.rules.charging.capital import HUNDRED_PERCENT, ChargedAs
from marketcross.engine.rules.definition import rule
from marketcross.engine.vocabulary.rounding import whole_above


@rule(
    "SI 2014/2672, regulation 14 and Schedule 1",
    aside=True,
    says={
        0: "",
        ...: "{result} of what you receive is not counted at all: pay from work, mobility benefits, war "
        "pensions and armed forces "
        "payments, benefits for children, help with rent and council tax, winter fuel, charitable and direct payments.",
    },
)
def income_not_counted(
    earnings: int,
    mobility_benefit: int,
    war_pension: int,
    armed_forces_payments: int,
    child_benefits: int,
    housing_benefit: int,
    council_tax_reduction: int,
    winter_fuel_payment: int,
    charitable_payments: int,
    direct_payment: int,
) -> int:
    """Earnings and the payments that Schedule 1 lists do not count, at home or in a care home."""
    war = war_pension + armed_forces_payments
    help_with_costs = housing_benefit + council_tax_reduction + winter_fuel_payment
    return earnings + mobility_benefit + war + child_benefits + help_with_costs + charitable_payments + direct_payment


@rule(
    "SI 2014/2672, Schedule 1",
    says={
        0: "",
        ...: "Half of your private pension goes to your husband, wife or civil partner, so {result} of it is "
        "not counted.",
    },
)
def pension_for_partner(
    private_pension: int, half_pension_to_partner: int, charged_as: int, pension_share_kept_for_partner: int
) -> int:
    """In a care home half of a private pension is not counted where it is paid to a spouse or civil partner."""
    in_care_home = charged_as == ChargedAs.PERMANENT_RESIDENT or charged_as == ChargedAs.TEMPORARY_RESIDENT
    if private_pension == 0 or not half_pension_to_partner or not in_care_home:
        return 0
    return whole_above(private_pension * pension_share_kept_for_partner, HUNDRED_PERCENT)


@rule(
    "SI 2014/2672, Schedule 1; Care and Support Statutory Guidance, Annex C",
    says={
        0: "",
        ...: "Your disability benefit counts with {result}; what it costs you to live with a disability is "
        "allowed for elsewhere.",
    },
)
def disability_benefit_counted(
    disability_benefit: int, disability_benefit_night: int, disregards_night_benefit: int
) -> int:
    """Disability benefits for care count; a council that buys no night care may leave out the part for the night."""
    if disregards_night_benefit:
        return disability_benefit - disability_benefit_night
    return disability_benefit


@rule(
    "SI 2014/2672, Schedule 1",
    says={
        0: "",
        ...: "The first {war_widow_disregard} of a war widow's or widower's pension is not counted; {result} is.",
    },
)
def war_widow_pension_counted(war_widow_pension: int, war_widow_disregard: int) -> int:
    """The first ten pounds of a war widow's or widower's pension do not count."""
    if war_widow_pension == 0:
        return 0
    return max(0, war_widow_pension - war_widow_disregard)


@rule(
    "SI 2014/2672, Schedule 1",
    says={
        0: "",
        ...: "Because you saved for your retirement, {result} of your income is not counted (savings credit "
        "disregard).",
    },
)
def savings_disregard(
    savings_credit: int,
    qualifies_for_savings_disregard: int,
    couple: int,
    savings_credit_disregard_single: int,
    savings_credit_disregard_couple: int,
) -> int:
    """Savings credit is not counted up to a limit; those whose income is too high for it have the limit itself."""
    if savings_credit == 0 and not qualifies_for_savings_disregard:
        return 0
    most = savings_credit_disregard_couple if couple else savings_credit_disregard_single
    if savings_credit == 0:
        return most
    return min(savings_credit, most)


@rule(
    "SI 2014/2672, regulation 13 and Schedule 1",
    says="Your income that counts is {result}, before anything is added for capital.",
)
def countable_income(
    state_pension: int,
    private_pension: int,
    pension_for_partner: int,
    pension_credit: int,
    savings_credit: int,
    savings_disregard: int,
    working_age_benefits: int,
    disability_benefit_counted: int,
    constant_attendance_allowance: int,
    war_widow_pension_counted: int,
    other_income: int,
    notional_income: int,
) -> int:
    """All income counts that is not disregarded: pensions, benefits, and income that somebody is treated as having."""
    pensions = state_pension + private_pension - pension_for_partner + pension_credit + savings_credit
    benefits = working_age_benefits + disability_benefit_counted + constant_attendance_allowance
    rest = war_widow_pension_counted + other_income + notional_income
    return max(0, pensions + benefits + rest - savings_disregard)


@rule("SI 2014/2672, regulations 13 and 25", says="With what your capital adds, your income is {result}.")
def income(countable_income: int, tariff_income: int) -> int:
    """Income is what counts of the money received, and the tariff income of capital."""
    return countable_income + tariff_income


RULES = (
    income_not_counted,
    pension_for_partner,
    disability_benefit_counted,
    war_widow_pension_counted,
    savings_disregard,
    countable_income,
    income,
)
