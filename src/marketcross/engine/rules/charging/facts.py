"""What a financial assessment asks about a person. Every weekly amount is a week's; docs/method/charging.md explains.

The words and limits here are at once the columns of ``marketcross charge``, its JSON Schema, and the arguments of the
rules.
"""

from enum import IntEnum

from marketcross.engine.vocabulary.column import NO_DATE, Column, Kind


class Setting(IntEnum):
    """Where care and support is given."""

    HOME = 0
    EXTRA_CARE = 1
    SUPPORTED_LIVING = 2
    SHARED_LIVES = 3
    CARE_HOME = 4
    NURSING_HOME = 5


class Stay(IntEnum):
    """How long somebody is to live in a care home."""

    PERMANENT = 0
    TEMPORARY = 1


class HomeKeptBy(IntEnum):
    """Who lives in the home of somebody in a care home, so that it is not counted."""

    NOBODY = 0
    PARTNER = 1
    RELATIVE_60_OR_OVER = 2
    INCAPACITATED_RELATIVE = 3
    CHILD_UNDER_18 = 4
    COUNCILS_DISCRETION = 5


class LightTouch(IntEnum):
    """Why a full financial assessment is not needed."""

    NONE = 0
    CAN_AFFORD = 1
    SMALL_CHARGE = 2
    BENEFITS_SHOW = 3


class Nursing(IntEnum):
    """The NHS's contribution to nursing in a nursing home."""

    NONE = 0
    STANDARD = 1
    HIGHER = 2


class DisabilityRate(IntEnum):
    """The rate of attendance allowance or the like that somebody receives."""

    NONE = 0
    LOWER = 1
    HIGHER = 2


def _weekly(name: str, description: str) -> Column:
    return Column(name, Kind.MONEY, description, "pence_per_week", default=0, at_most=10_000_000)


def _sum(name: str, description: str) -> Column:
    return Column(name, Kind.MONEY, description, "pence", default=0, at_most=100_000_000_000)


def _flag(name: str, description: str) -> Column:
    return Column(name, Kind.FLAG, description, default=False)


def _weeks(name: str, description: str) -> Column:
    return Column(name, Kind.COUNT, description, "weeks", default=0, at_most=5_000)


def _code(name: str, description: str, codes: type[IntEnum]) -> Column:
    return Column(name, Kind.CODE, description, default=0, codes=codes)


PERSON = (
    Column("person", Kind.TEXT, "Your own reference for the person; it is carried through.", default=""),
    Column("born", Kind.DATE, "Date of birth."),
    _flag("couple", "Lives with a husband, wife or partner as a couple."),
    Column(
        "partner_born",
        Kind.DATE,
        "The partner's date of birth; the guarantee of a couple may turn on it.",
        default=NO_DATE,
    ),
    Column(
        "children", Kind.COUNT, "Children whom the person is responsible for and lives with.", default=0, at_most=20
    ),
    _flag("gets_disability_premium", "Receives the disability premium, or would if on income support."),
    _flag(
        "gets_enhanced_disability_premium", "Receives the enhanced disability premium, or would if on income support."
    ),
    _flag("gets_carer_premium", "Receives the carer premium, or would if on income support."),
)

CARE = (
    Column("setting", Kind.CODE, "Where the care and support is given.", codes=Setting),
    Column(
        "cost_of_care",
        Kind.MONEY,
        "What the care and support costs a week, free services included.",
        "pence_per_week",
        at_most=10_000_000,
    ),
    _code("stay", "How long the stay in a care home is meant to be.", Stay),
    _weeks("weeks_of_stay", "How many weeks a temporary stay is expected to last."),
    _weeks("weeks_in_care_home", "Whole weeks completed as a permanent resident of a care home."),
    _weekly("aftercare_cost", "Of the cost: aftercare under section 117 of the Mental Health Act 1983."),
    _weekly("reablement_cost", "Of the cost: reablement or intermediate care."),
    _weeks("reablement_week", "Which week of the reablement this is; 1 is the first."),
    _weekly("equipment_cost", "Of the cost: community equipment such as aids."),
    _sum("adaptation_cost", "What one adaptation of the home costs, once."),
    _code("funded_nursing_care", "The NHS's funded nursing care in a nursing home.", Nursing),
    _flag("nhs_continuing_healthcare", "The NHS pays for all of the care (continuing healthcare)."),
    _flag("has_cjd", "Has any form of Creutzfeldt-Jakob disease."),
    _flag("supported_as_carer", "The support is given to the person as a carer."),
    _flag("asks_council_to_arrange", "Has capital over the limit and asks the council to arrange the care."),
)

ASSESSMENT = (
    _flag("refuses_assessment", "Refuses a financial assessment, or the information for it."),
    _code("light_touch", "Why no full financial assessment is needed.", LightTouch),
    _flag("light_touch_consent", "Agrees to the light-touch assessment."),
)

INCOME = (
    _weekly("earnings", "Pay from employment or self-employment."),
    _weekly("state_pension", "State pension."),
    _weekly("private_pension", "Occupational or personal pensions and retirement annuities."),
    _flag("half_pension_to_partner", "Half of the private pension is paid to a husband, wife or civil partner "
        "who lives elsewhere."),
    _weekly("pension_credit", "Guarantee credit of pension credit."),
    _weekly("savings_credit", "Savings credit of pension credit."),
    _flag("qualifies_for_savings_disregard", "Receives no savings credit because the income is too high for it, "
        "and is entitled to the flat disregard."),
    _weekly("working_age_benefits", "Universal credit, employment and support allowance and the like, without "
        "their housing part."),
    _weekly("disability_benefit", "Attendance allowance, disability living allowance (care) or personal "
        "independence payment (daily living)."),
    _weekly("disability_benefit_night", "Of the disability benefit: what is paid for needs at night."),
    _code("disability_benefit_rate", "The rate of the disability benefit.", DisabilityRate),
    _weekly("mobility_benefit", "Mobility component of disability living allowance or personal independence payment."),
    _weekly("war_pension", "War pension scheme payments, without constant attendance allowance."),
    _weekly("constant_attendance_allowance", "Constant attendance allowance of a war pension."),
    _weekly("war_widow_pension", "War widow's or widower's pension, without its special payments."),
    _weekly("armed_forces_payments", "Armed forces independence payment and guaranteed income payment."),
    _weekly("child_benefits", "Child benefit and child tax credit."),
    _weekly("housing_benefit", "Housing benefit, or the housing part of universal credit."),
    _weekly("council_tax_reduction", "Council tax reduction."),
    _weekly("winter_fuel_payment", "Winter fuel and cold weather payments."),
    _weekly("charitable_payments", "Regular charitable and voluntary payments."),
    _weekly("direct_payment", "Direct payments for care and support."),
    _weekly("other_income", "Any other income that counts."),
    _weekly("notional_income", "Income that the person is treated as having (deprivation, or not claimed)."),
)  # fmt: skip

CAPITAL = (
    _sum("savings", "Money in accounts, shares, bonds and the like in the person's own name."),
    _sum("joint_savings", "The whole of savings held jointly with one other person; half is counted."),
    _sum("other_property", "Value of land and buildings other than the main home."),
    _sum("other_property_debt", "Mortgages and loans secured on that property."),
    _sum("home_value", "Value of the main home, where the person owns it or a share of it."),
    _sum("home_debt", "Mortgages and loans secured on the main home."),
    Column(
        "home_share",
        Kind.COUNT,
        "The person's share of the main home.",
        "percent",
        default=100,
        at_least=1,
        at_most=100,
    ),
    _code("home_kept_by", "Who lives in the main home of somebody in a care home.", HomeKeptBy),
    _sum("personal_possessions", "Personal possessions not bought to lower the charge."),
    _sum("life_insurance", "Surrender value of life policies and annuities."),
    _sum("injury_trust", "Personal injury compensation held in trust or by a court."),
    _sum("compensation_schemes", "Payments of disregarded schemes: infected blood, Windrush, redress and the like."),
    _sum("benefit_arrears", "Arrears of benefits."),
    _weeks("benefit_arrears_weeks", "For how many weeks the arrears have been held."),
    _sum("business_assets", "Assets of a business that the person owns or part-owns."),
    _flag("business_being_sold", "The person is taking reasonable steps to sell the business, or works in it."),
    _sum(
        "notional_capital", "Capital that the person is treated as still having (deprivation), as it stands this week."
    ),
)

OUTGOINGS = (
    _weekly("rent", "Rent."),
    _weekly("mortgage", "Mortgage repayments and interest."),
    _weekly("council_tax", "Council tax, before any reduction."),
    _weekly("service_charges", "Service charges and ground rent."),
    _weekly("disability_expenses", "Disability-related expenditure, as assessed."),
)

DEFERRAL = (
    _flag("wants_deferred_payment", "Asks for a deferred payment agreement."),
    _sum("already_deferred", "What has been deferred so far, with interest and fees."),
)

FACTS = (*PERSON, *CARE, *ASSESSMENT, *INCOME, *CAPITAL, *OUTGOINGS, *DEFERRAL)
