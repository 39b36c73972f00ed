"""Who pays what, and until which day."""

from marketcross.engine.rules.charging.capital import ChargedAs, Home
from marketcross.engine.rules.charging.contribution import Charged
from marketcross.engine.rules.charging.facts import Nursing
from marketcross.engine.rules.charging.free import NotCharged, Reablement
from marketcross.engine.rules.definition import rule
from marketcross.engine.vocabulary.period import DAYS_IN_A_WEEK


@rule("Care Act 2014, section 22", says="")
def nhs_pays(not_charged: int, cost_of_care: int, nhs_pays_for_nursing: int) -> int:
    """The NHS pays all of continuing healthcare, and funded nursing care otherwise."""
    if not_charged == NotCharged.NHS_PAYS:
        return cost_of_care
    return min(cost_of_care, nhs_pays_for_nursing)


@rule(
    "Care Act 2014, section 26",
    aside=True,
    says={0: "", ...: "The council pays {result}."},
)
def council_pays(cost_of_care: int, nhs_pays: int, charge: int) -> int:
    """The council meets the rest of the cost: with the charge and the NHS's part it makes the whole."""
    return cost_of_care - nhs_pays - charge


@rule("SI 2014/2672, regulation 7", says="")
def minimum_income_guarantee(how_charged: int, charged_as: int, guarantee: int) -> int:
    """The guarantee as reported: only where it entered the charge."""
    at_home = charged_as == ChargedAs.AT_HOME or charged_as == ChargedAs.SHORT_STAY
    return guarantee if how_charged == Charged.MEANS_TESTED and at_home else 0


@rule("SI 2014/2672, regulation 13", says="")
def income_assessed(how_charged: int, income: int) -> int:
    """Income with tariff income as reported: only where it entered the charge."""
    return income if how_charged == Charged.MEANS_TESTED else 0


@rule("SI 2014/2672, regulations 6 and 7", says="")
def disposable_income(
    how_charged: int, charged_as: int, disposable_income_at_home: int, contribution_in_care_home: int
) -> int:
    """What is left of income after what must be left to the person, as reported."""
    if how_charged != Charged.MEANS_TESTED:
        return 0
    if charged_as == ChargedAs.AT_HOME or charged_as == ChargedAs.SHORT_STAY:
        return disposable_income_at_home
    return contribution_in_care_home


@rule("SI 2014/2672, regulation 3 and Schedule 2, paragraph 2", unit="", says="")
def until(
    on: int,
    rates_until: int,
    nursing_rates_until: int,
    funded_nursing_care: int,
    home: int,
    property_disregard: int,
    weeks_in_care_home: int,
    reablement: int,
    free_reablement: int,
    free_reablement_by_policy: int,
    reablement_week: int,
) -> int:
    """The first day on which something known changes: the rates, the end of free weeks, the home beginning to count."""
    end = rates_until
    if funded_nursing_care != Nursing.NONE:
        end = min(end, nursing_rates_until)
    if home == Home.FIRST_WEEKS:
        end = min(end, on + (property_disregard - weeks_in_care_home) * DAYS_IN_A_WEEK)
    if reablement == Reablement.FREE_BY_LAW:
        end = min(end, on + (free_reablement + 1 - reablement_week) * DAYS_IN_A_WEEK)
    if reablement == Reablement.FREE_BY_POLICY:
        end = min(end, on + (free_reablement_by_policy + 1 - reablement_week) * DAYS_IN_A_WEEK)
    return end


@rule("SI 2014/2672, regulation 7(2) to (4)", flag=True, says="")
def birthday_before(
    minimum_income_guarantee: int,
    born: int,
    couple: int,
    partner_born: int,
    full_age_if_born_by: int,
    pension_age_if_born_by: int,
    full_age_at_last_if_born_by: int,
    pension_age_at_last_if_born_by: int,
) -> int:
    """Whether an age that the guarantee turns on is reached before the rates change."""
    if minimum_income_guarantee == 0:
        return False
    full = full_age_if_born_by < born <= full_age_at_last_if_born_by and not couple
    pension = pension_age_if_born_by < born <= pension_age_at_last_if_born_by
    partner = couple and pension_age_if_born_by < partner_born <= pension_age_at_last_if_born_by
    return bool(full or pension or partner)


RULES = (nhs_pays, council_pays, minimum_income_guarantee, income_assessed, disposable_income, until, birthday_before)
