"""What somebody must be left with outside a care home: the minimum income guarantee."""

from enum import IntEnum

from marketcross.engine.rules.definition import rule


class Category(IntEnum):
    """Whose guarantee it is."""

    SINGLE_UNDER_25 = 0
    SINGLE_25_OR_OVER = 1
    SINGLE_PENSION_AGE = 2
    LONE_PARENT = 3
    COUPLE = 4
    COUPLE_PENSION_AGE = 5


@rule(
    "State Pension Credit Act 2002, section 1(6)",
    flag=True,
    says="Pension credit age has now been reached by everybody born by {pension_age_if_born_by}.",
)
def has_reached_pension_age(born: int, couple: int, partner_born: int, pension_age_if_born_by: int) -> int:
    """The person has reached pension credit age or, in a couple, one of the two has."""
    if born <= pension_age_if_born_by:
        return True
    return bool(couple and 0 < partner_born <= pension_age_if_born_by)


@rule(
    "SI 2014/2672, regulation 7(2) to (4)",
    codes=Category,
    says={
        Category.SINGLE_UNDER_25: "You are single and under 25.",
        Category.SINGLE_25_OR_OVER: "You are single, 25 or over, and below pension credit age.",
        Category.SINGLE_PENSION_AGE: "You are single and have reached pension credit age.",
        Category.LONE_PARENT: "You are a lone parent below pension credit age.",
        Category.COUPLE: "You live as a couple, and neither of you has reached pension credit age.",
        Category.COUPLE_PENSION_AGE: "You live as a couple, and one or both of you have reached pension credit age.",
    },
)
def category(couple: int, children: int, has_reached_pension_age: int, born: int, full_age_if_born_by: int) -> int:
    """Single people by age, lone parents, and members of a couple by age have guarantees of their own.

    A lone parent of pension credit age has the higher amount of a single person of that age.
    """
    if couple:
        return Category.COUPLE_PENSION_AGE if has_reached_pension_age else Category.COUPLE
    if has_reached_pension_age:
        return Category.SINGLE_PENSION_AGE
    if children > 0:
        return Category.LONE_PARENT
    return Category.SINGLE_25_OR_OVER if born <= full_age_if_born_by else Category.SINGLE_UNDER_25


@rule("SI 2014/2672, regulation 7(2) to (4)", says="Somebody in your place must be left with at least {result}.")
def personal_amount(
    category: int,
    guarantee_single_under_25: int,
    guarantee_single_25_or_over: int,
    guarantee_single_pension_age: int,
    guarantee_lone_parent: int,
    guarantee_couple: int,
    guarantee_couple_pension_age: int,
) -> int:
    """The first part of the minimum income guarantee is set by age and household."""
    if category == Category.SINGLE_UNDER_25:
        return guarantee_single_under_25
    if category == Category.SINGLE_25_OR_OVER:
        return guarantee_single_25_or_over
    if category == Category.SINGLE_PENSION_AGE:
        return guarantee_single_pension_age
    if category == Category.LONE_PARENT:
        return guarantee_lone_parent
    if category == Category.COUPLE:
        return guarantee_couple
    return guarantee_couple_pension_age


@rule("SI 2014/2672, regulation 7(1)(b)", says={0: "", ...: "For {children} living with you, {result} is added."})
def amount_for_children(children: int, guarantee_child: int) -> int:
    """For each child whom the adult is responsible for and lives with, an amount is added."""
    if children == 0:
        return 0
    return children * guarantee_child


@rule("SI 2014/2672, regulation 7(5)(a) and (6)(a)", says={0: "", ...: "The disability premium adds {result}."})
def disability_premium(
    gets_disability_premium: int, couple: int, disability_premium_single: int, disability_premium_couple: int
) -> int:
    """The disability premium is added for those who receive it, or would if they were on income support."""
    if not gets_disability_premium:
        return 0
    return disability_premium_couple if couple else disability_premium_single


@rule(
    "SI 2014/2672, regulation 7(5)(b) and (6)(b)", says={0: "", ...: "The enhanced disability premium adds {result}."}
)
def enhanced_disability_premium(
    gets_enhanced_disability_premium: int,
    couple: int,
    enhanced_disability_premium_single: int,
    enhanced_disability_premium_couple: int,
) -> int:
    """The enhanced disability premium is added for those who receive it, or would if they were on income support."""
    if not gets_enhanced_disability_premium:
        return 0
    return enhanced_disability_premium_couple if couple else enhanced_disability_premium_single


@rule("SI 2014/2672, regulation 7(7)", says={0: "", ...: "The carer premium adds {result}."})
def premium_as_carer(gets_carer_premium: int, carer_premium: int) -> int:
    """The carer premium is added for those who receive it, or would if they were on income support."""
    if not gets_carer_premium:
        return 0
    return carer_premium


@rule(
    "SI 2014/2672, regulation 7(1)",
    says="So your minimum income guarantee is {result}. Charges must leave you with at least that.",
)
def guarantee(
    personal_amount: int,
    amount_for_children: int,
    disability_premium: int,
    enhanced_disability_premium: int,
    premium_as_carer: int,
    added_to_guarantee: int,
) -> int:
    """The guarantee is the sum of its parts, and of what a council's policy adds."""
    premiums = disability_premium + enhanced_disability_premium + premium_as_carer
    return personal_amount + amount_for_children + premiums + added_to_guarantee


RULES = (
    has_reached_pension_age,
    category,
    personal_amount,
    amount_for_children,
    disability_premium,
    enhanced_disability_premium,
    premium_as_carer,
    guarantee,
)
