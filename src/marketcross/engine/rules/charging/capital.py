"""What counts as capital, whether it is over the limit, and the income that it is taken to give."""

from enum import IntEnum

from marketcross.engine.rules.charging.facts import HomeKeptBy, Setting, Stay
from marketcross.engine.rules.definition import rule
from marketcross.engine.vocabulary.rounding import whole_above, whole_below

HUNDRED_PERCENT = 100
JOINT_OWNERS = 2


class ChargedAs(IntEnum):
    """Which of the two sets of charging rules applies."""

    AT_HOME = 0
    SHORT_STAY = 1  # in a care home, charged as if at home
    TEMPORARY_RESIDENT = 2
    PERMANENT_RESIDENT = 3


class Home(IntEnum):
    """Whether the main home is counted as capital."""

    NOT_OWNED = 0
    LIVED_IN = 1
    TO_RETURN_TO = 2
    KEPT_FOR_ANOTHER = 3
    FIRST_WEEKS = 4
    COUNTED = 5


@rule(
    "SI 2014/2672, regulations 2 and 8",
    codes=ChargedAs,
    says={
        ChargedAs.AT_HOME: "Your care is not in a care home, so the rules for care at home apply.",
        ChargedAs.SHORT_STAY: (
            "Your stay in the care home is short, {weeks_of_stay} and so no more than {short_stay}: "
            "your council charges you as if you were at home."
        ),
        ChargedAs.TEMPORARY_RESIDENT: "You are in a care home for a time and are to return home: the rules for "
        "care homes apply.",
        ChargedAs.PERMANENT_RESIDENT: "You live in a care home for good, so the rules for care homes apply.",
    },
)
def charged_as(setting: int, stay: int, weeks_of_stay: int, short_stay: int, short_stays_as_at_home: int) -> int:
    """Care homes have rules of their own; a stay of no more than eight weeks may be charged as if at home."""
    if setting != Setting.CARE_HOME and setting != Setting.NURSING_HOME:
        return ChargedAs.AT_HOME
    if stay == Stay.PERMANENT:
        return ChargedAs.PERMANENT_RESIDENT
    if weeks_of_stay <= short_stay and short_stays_as_at_home:
        return ChargedAs.SHORT_STAY
    return ChargedAs.TEMPORARY_RESIDENT


@rule(
    "SI 2014/2672, Schedule 2, paragraphs 1 to 4",
    codes=Home,
    says={
        Home.LIVED_IN: "The home that you live in is not counted.",
        Home.TO_RETURN_TO: "Your home is not counted, because you are to return to it.",
        Home.KEPT_FOR_ANOTHER: "Your home is not counted because of who lives in it: {home_kept_by}.",
        Home.FIRST_WEEKS: (
            "You have completed {weeks_in_care_home} as a permanent resident. "
            "Your home is not counted in the first {property_disregard}."
        ),
        Home.COUNTED: "Your home is counted: nobody lives in it for whom it must be kept, and the first "
        "{property_disregard} are over.",
    },
)
def home(home_value: int, charged_as: int, home_kept_by: int, weeks_in_care_home: int, property_disregard: int) -> int:
    """The main home counts only for a permanent resident, after twelve weeks, and not while it is kept for another."""
    if home_value == 0:
        return Home.NOT_OWNED
    if charged_as == ChargedAs.AT_HOME:
        return Home.LIVED_IN
    if charged_as != ChargedAs.PERMANENT_RESIDENT:
        return Home.TO_RETURN_TO
    if home_kept_by != HomeKeptBy.NOBODY:
        return Home.KEPT_FOR_ANOTHER
    if weeks_in_care_home < property_disregard:
        return Home.FIRST_WEEKS
    return Home.COUNTED


def after_sale(value: int, debt: int, expenses_of_sale: int) -> int:
    """What a property is worth to its owner: its value less the expenses of a sale, less what is secured on it."""
    return max(0, whole_below(value * (HUNDRED_PERCENT - expenses_of_sale), HUNDRED_PERCENT) - debt)


@rule(
    "SI 2014/2672, regulation 20",
    unit="pence",
    says={
        0: "",
        ...: "Your home counts with {result}: its value of {home_value}, less {expenses_of_sale} for the "
        "expenses of a sale, "
        "less {home_debt} secured on it; your share is {home_share}.",
    },
)
def home_capital(home: int, home_value: int, home_debt: int, home_share: int, expenses_of_sale: int) -> int:
    """A home counts with its value less the expenses of a sale and what is secured on it, by the share owned."""
    if home != Home.COUNTED:
        return 0
    return whole_below(after_sale(home_value, home_debt, expenses_of_sale) * home_share, HUNDRED_PERCENT)


@rule(
    "SI 2014/2672, regulation 20",
    unit="pence",
    says={
        0: "",
        ...: "Your other property counts with {result}: {other_property}, less {expenses_of_sale} for the "
        "expenses of a sale, "
        "less {other_property_debt} secured on it.",
    },
)
def other_property_capital(other_property: int, other_property_debt: int, expenses_of_sale: int) -> int:
    """Property other than the main home counts with its value less the expenses of a sale and what is secured on it."""
    if other_property == 0:
        return 0
    return after_sale(other_property, other_property_debt, expenses_of_sale)


@rule(
    "SI 2014/2672, regulation 24",
    unit="pence",
    says={0: "", ...: "You hold {joint_savings} jointly with another person. Half of it is yours: {result}."},
)
def half_of_joint_savings(joint_savings: int) -> int:
    """Capital held jointly by two people is taken to be half each, unless the shares are known to differ."""
    if joint_savings == 0:
        return 0
    return whole_below(joint_savings, JOINT_OWNERS)


@rule(
    "SI 2014/2672, Schedule 2",
    unit="pence",
    says={
        0: "",
        ...: "Arrears of benefits count once they have been held for longer than {arrears_disregard}: {result}.",
    },
)
def arrears_counted(benefit_arrears: int, benefit_arrears_weeks: int, arrears_disregard: int) -> int:
    """Arrears of benefits are not counted for a year from when they were paid."""
    if benefit_arrears == 0 or benefit_arrears_weeks <= arrears_disregard:
        return 0
    return benefit_arrears


@rule("SI 2014/2672, Schedule 2", unit="pence", says={0: "", ...: "The assets of your business count: {result}."})
def business_counted(business_assets: int, business_being_sold: int) -> int:
    """Business assets are not counted while the person works in the business or takes reasonable steps to sell."""
    if business_assets == 0 or business_being_sold:
        return 0
    return business_assets


@rule(
    "SI 2014/2672, Schedule 2",
    unit="pence",
    aside=True,
    says={
        0: "",
        ...: "{result} of what you have is not counted at all: possessions, life insurance, personal injury "
        "money held in trust, "
        "payments of compensation schemes, recent arrears of benefits, or a business that is being sold or that "
        "you work in.",
    },
)
def capital_not_counted(
    personal_possessions: int,
    life_insurance: int,
    injury_trust: int,
    compensation_schemes: int,
    benefit_arrears: int,
    arrears_counted: int,
    business_assets: int,
    business_counted: int,
) -> int:
    """Possessions, life policies, trusts, compensation, recent arrears and a working business do not count."""
    always = personal_possessions + life_insurance + injury_trust + compensation_schemes
    return always + (benefit_arrears - arrears_counted) + (business_assets - business_counted)


@rule(
    "SI 2014/2672, regulations 18 and 20",
    unit="pence",
    says="The capital that you have and that counts is {result}.",
)
def capital_held(
    savings: int,
    half_of_joint_savings: int,
    home_capital: int,
    other_property_capital: int,
    arrears_counted: int,
    business_counted: int,
) -> int:
    """All capital counts that is not disregarded."""
    property_counted = home_capital + other_property_capital
    return savings + half_of_joint_savings + property_counted + arrears_counted + business_counted


@rule(
    "SI 2014/2672, regulations 22 and 23",
    unit="pence",
    says={
        0: "",
        ...: "You are also treated as still having {notional_capital} that you gave away or spent to pay less "
        "for care. "
        "That makes your capital {result}.",
    },
)
def capital_with_notional(capital_held: int, notional_capital: int) -> int:
    """Capital that somebody gave up to pay less is added to what they have, as far as it has not yet been reduced."""
    if notional_capital == 0:
        return 0
    return capital_held + notional_capital


@rule("SI 2014/2672, regulations 18 and 22", unit="pence")
def capital(capital_held: int, capital_with_notional: int) -> int:
    """The capital that decides: what is held, with notional capital where there is any."""
    if capital_with_notional == 0:
        return capital_held
    return capital_with_notional


@rule(
    "SI 2014/2672, regulation 12",
    unit="pence",
    says="The upper capital limit for you is {result}.",
)
def upper_limit(charged_as: int, upper_capital_limit: int, council_upper_limit: int) -> int:
    """The law sets the upper limit; outside permanent care home places a council may set a higher one."""
    if charged_as == ChargedAs.PERMANENT_RESIDENT or council_upper_limit <= upper_capital_limit:
        return upper_capital_limit
    return council_upper_limit


@rule(
    "SI 2014/2672, regulation 25",
    unit="pence",
    says="The lower capital limit for you is {result}.",
)
def lower_limit(charged_as: int, lower_capital_limit: int, council_lower_limit: int) -> int:
    """The law sets the lower limit; outside permanent care home places a council may set a higher one."""
    if charged_as == ChargedAs.PERMANENT_RESIDENT or council_lower_limit <= lower_capital_limit:
        return lower_capital_limit
    return council_lower_limit


@rule(
    "Care Act 2014, section 17; SI 2014/2672, regulation 12",
    flag=True,
    says={
        True: "Your capital of {capital} is over the upper limit of {upper_limit}.",
        False: "Your capital of {capital} is not over the upper limit of {upper_limit}.",
    },
)
def over_upper_limit(capital: int, upper_limit: int) -> int:
    """Capital exceeds the limit only where it is more than the limit: exactly the limit is not over it."""
    return capital > upper_limit


def income_of_steps(capital: int, lower: int, step: int, of_a_step: int) -> int:
    """What capital above the lower limit is taken to give: so much for each step or part of one."""
    if capital <= lower:
        return 0
    return whole_above(capital - lower, step) * of_a_step


@rule(
    "SI 2014/2672, regulation 25",
    says={
        0: "Your capital of {capital} is not above the lower limit of {lower_limit}, so it adds nothing to your "
        "income.",
        ...: "Your capital of {capital} is above the lower limit of {lower_limit}. For each "
        "{tariff_income_step} above it, "
        "or part of that, {tariff_income_of_a_step} is added to your income: {result}.",
    },
)
def tariff_income(
    capital: int, over_upper_limit: int, lower_limit: int, tariff_income_step: int, tariff_income_of_a_step: int
) -> int:
    """Each £250 of capital above the lower limit, or part of £250, counts as an income of £1 a week.

    Over the upper limit there is none: nothing is then worked out from income.
    """
    if over_upper_limit:
        return 0
    return income_of_steps(capital, lower_limit, tariff_income_step, tariff_income_of_a_step)


RULES = (
    charged_as,
    home,
    home_capital,
    other_property_capital,
    half_of_joint_savings,
    arrears_counted,
    business_counted,
    capital_not_counted,
    capital_held,
    capital_with_notional,
    capital,
    upper_limit,
    lower_limit,
    over_upper_limit,
    tariff_income,
)
