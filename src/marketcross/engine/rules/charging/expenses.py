"""What it costs to live somewhere, and to live with a disability."""

from marketcross.engine.rules.charging.facts import DisabilityRate
from marketcross.engine.rules.definition import rule


@rule(
    "Care and Support Statutory Guidance, Annex C",
    says={
        0: "",
        ...: "Your rent, mortgage, service charges and council tax, less the help that you get with them, come "
        "to {result}.",
    },
)
def housing_costs(
    rent: int, mortgage: int, service_charges: int, housing_benefit: int, council_tax: int, council_tax_reduction: int
) -> int:
    """Rent, mortgage, service charges and council tax are allowed, each less the benefit that meets it."""
    return max(0, rent + mortgage + service_charges - housing_benefit) + max(0, council_tax - council_tax_reduction)


@rule(
    "Care and Support Statutory Guidance, Annex C",
    says={0: "", ...: "For what your disability costs you, {result} is allowed."},
)
def expenses_allowed(
    disability_expenses: int, disability_benefit_rate: int, standard_expenses_lower: int, standard_expenses_higher: int
) -> int:
    """Disability-related expenditure is allowed as assessed, or the council's standard amount where that is more."""
    standard = 0
    if disability_benefit_rate == DisabilityRate.LOWER:
        standard = standard_expenses_lower
    elif disability_benefit_rate == DisabilityRate.HIGHER:
        standard = standard_expenses_higher
    return max(disability_expenses, standard)


RULES = (housing_costs, expenses_allowed)
