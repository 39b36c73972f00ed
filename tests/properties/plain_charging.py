"""The charging rules once more, slowly: read from the text of the law, with fractions of pounds, in one pass.

Nothing here is shared with the rules that it judges: no helper, no code list, no order of steps. A person is a dict of
words and fractions of a pound; the law is a dict of fractions of a pound by the values' names.
"""

from fractions import Fraction
from math import ceil, floor
from typing import Any

Person = dict[str, Any]
Law = dict[str, Any]
Policy = dict[str, Any]


def to_the_penny_below(pounds: Fraction) -> Fraction:
    return Fraction(floor(pounds * 100), 100)


def to_the_penny_above(pounds: Fraction) -> Fraction:
    return Fraction(ceil(pounds * 100), 100)


def weekly_charge(p: Person, law: Law, policy: Policy) -> dict[str, Any]:
    """What a person pays a week and what else follows, from facts, law and policy."""
    nhs = Fraction(0)
    if p["setting"] == "nursing_home" and p["funded_nursing_care"] == "standard":
        nhs = law["funded_nursing_care_standard"]
    if p["setting"] == "nursing_home" and p["funded_nursing_care"] == "higher":
        nhs = law["funded_nursing_care_higher"]

    # Regulation 3 and section 117: what is free comes off first.
    free = p["aftercare_cost"] + p["equipment_cost"]
    weeks_free = max(law["free_reablement"], policy["free_reablement_by_policy"])
    if p["reablement_cost"] > 0 and p["reablement_week"] <= weeks_free:
        free += p["reablement_cost"]
    chargeable = max(Fraction(0), p["cost_of_care"] - free - nhs)

    in_home = p["setting"] in ("care_home", "nursing_home")
    for_good = in_home and p["stay"] == "permanent"
    as_at_home = not in_home or (
        not for_good and policy["short_stays_as_at_home"] and p["weeks_of_stay"] <= law["short_stay"]
    )

    capital = capital_held(p, law, for_good)
    with_notional = capital + p["notional_capital"]
    upper, lower = law["upper_capital_limit"], law["lower_capital_limit"]
    if not for_good:
        upper, lower = max(upper, policy["council_upper_limit"]), max(lower, policy["council_lower_limit"])

    def can_pay(on_capital: Fraction) -> Fraction:
        steps = ceil(max(Fraction(0), on_capital - lower) / law["tariff_income_step"])
        income = countable_income(p, law, policy, in_home and not as_at_home) + steps * law["tariff_income_of_a_step"]
        housing = housing_costs(p)
        if as_at_home:
            left = max(Fraction(0), income - guarantee(p, law, policy) - housing - disability_expenses(p, policy))
            return to_the_penny_below(left * policy["share_of_disposable_income"] / 100)
        kept = law["personal_expenses_allowance"] + (Fraction(0) if for_good else housing)
        return max(Fraction(0), income - kept)

    most = chargeable
    if as_at_home and policy["maximum_charge"] > 0:
        most = min(most, policy["maximum_charge"])

    def charged_on(on_capital: Fraction) -> Fraction:
        if on_capital > upper:
            return most
        asked = min(most, can_pay(on_capital))
        return asked if asked >= policy["smallest_charge"] else Fraction(0)

    free_of_charge = p["nhs_continuing_healthcare"] or p["has_cjd"]
    free_of_charge = free_of_charge or (p["supported_as_carer"] and not policy["charges_carers"])
    by_means = False
    if free_of_charge or chargeable == 0:
        charge = Fraction(0)
    elif p["refuses_assessment"] or p["light_touch"] in ("can_afford", "small_charge"):
        charge = most
    elif p["light_touch"] == "benefits_show":
        charge = Fraction(0)
    else:
        by_means = True
        charge = charged_on(with_notional)

    reduction = Fraction(0)
    if by_means and p["notional_capital"] > 0 and capital <= upper:
        reduction = min(p["notional_capital"], charge - charged_on(capital))
    if p["nhs_continuing_healthcare"]:
        nhs = p["cost_of_care"]
    nhs = min(nhs, p["cost_of_care"])
    fee = Fraction(0)
    if by_means and with_notional > upper and not in_home and p["asks_council_to_arrange"]:
        fee = policy["arrangement_fee"]
    adaptation = Fraction(0)
    if p["adaptation_cost"] > law["minor_adaptation"] and policy["charges_larger_adaptations"]:
        adaptation = p["adaptation_cost"]
    return {
        "charge": charge,
        "council_pays": p["cost_of_care"] - nhs - charge,
        "nhs_pays": nhs,
        "cost_to_charge": chargeable,
        "capital": with_notional,
        "arrangement_charge": fee,
        "adaptation_charge": adaptation,
        "notional_reduction": reduction,
        **deferred(p, law, policy, for_good, capital, with_notional, chargeable > 0 and not free_of_charge, charge),
    }


def property_counts(p: Person, law: Law, for_good: bool) -> bool:
    """Schedule 2: only for a permanent resident, after twelve weeks, with nobody in it for whom it is kept."""
    return bool(
        p["home_value"] > 0
        and for_good
        and p["home_kept_by"] == "nobody"
        and p["weeks_in_care_home"] >= law["property_disregard"]
    )


def equity(value: Fraction, debt: Fraction, percent_off: int) -> Fraction:
    """Regulation 20: value less a tenth for the sale, less what is secured on it."""
    return max(Fraction(0), to_the_penny_below(value * (100 - percent_off) / 100) - debt)


def capital_held(p: Person, law: Law, for_good: bool) -> Fraction:
    """Regulations 18 to 24 and Schedule 2."""
    total: Fraction = p["savings"] + to_the_penny_below(p["joint_savings"] / 2)
    if property_counts(p, law, for_good):
        whole = equity(p["home_value"], p["home_debt"], law["expenses_of_sale"])
        total += to_the_penny_below(whole * p["home_share"] / 100)
    if p["other_property"] > 0:
        total += equity(p["other_property"], p["other_property_debt"], law["expenses_of_sale"])
    if p["benefit_arrears_weeks"] > law["arrears_disregard"]:
        total += p["benefit_arrears"]
    if not p["business_being_sold"]:
        total += p["business_assets"]
    return total


def countable_income(p: Person, law: Law, policy: Policy, under_care_home_rules: bool) -> Fraction:
    """Part 4 and Schedule 1."""
    total: Fraction = p["state_pension"] + p["private_pension"] + p["pension_credit"] + p["savings_credit"]
    if p["half_pension_to_partner"] and under_care_home_rules:
        total -= to_the_penny_above(p["private_pension"] * law["pension_share_kept_for_partner"] / 100)
    total += p["working_age_benefits"] + p["disability_benefit"] + p["constant_attendance_allowance"]
    if policy["disregards_night_benefit"]:
        total -= p["disability_benefit_night"]
    total += max(Fraction(0), p["war_widow_pension"] - law["war_widow_disregard"])
    total += p["other_income"] + p["notional_income"]
    limit = law["savings_credit_disregard_couple" if p["couple"] else "savings_credit_disregard_single"]
    if p["savings_credit"] > 0:
        total -= min(limit, p["savings_credit"])
    elif p["qualifies_for_savings_disregard"]:
        total -= limit
    return max(Fraction(0), total)


def guarantee(p: Person, law: Law, policy: Policy) -> Fraction:
    """Regulation 7."""
    pension_age = p["reached_pension_age"] or (p["couple"] and p["partner_reached_pension_age"])
    if p["couple"] and pension_age:
        amount = law["guarantee_couple_pension_age"]
    elif p["couple"]:
        amount = law["guarantee_couple"]
    elif pension_age:
        amount = law["guarantee_single_pension_age"]
    elif p["children"] > 0:
        amount = law["guarantee_lone_parent"]
    elif p["is_25"]:
        amount = law["guarantee_single_25_or_over"]
    else:
        amount = law["guarantee_single_under_25"]
    kind = "couple" if p["couple"] else "single"
    amount += p["children"] * law["guarantee_child"]
    if p["gets_disability_premium"]:
        amount += law[f"disability_premium_{kind}"]
    if p["gets_enhanced_disability_premium"]:
        amount += law[f"enhanced_disability_premium_{kind}"]
    if p["gets_carer_premium"]:
        amount += law["carer_premium"]
    total: Fraction = amount + policy["added_to_guarantee"]
    return total


def housing_costs(p: Person) -> Fraction:
    """Annex C of the guidance: rent and the like, and council tax, each less the help with it."""
    home = p["rent"] + p["mortgage"] + p["service_charges"] - p["housing_benefit"]
    tax = p["council_tax"] - p["council_tax_reduction"]
    return Fraction(max(0, home) + max(0, tax))


def disability_expenses(p: Person, policy: Policy) -> Fraction:
    """Annex C of the guidance, with the council's standard amounts."""
    standard = {
        "none": Fraction(0),
        "lower": policy["standard_expenses_lower"],
        "higher": policy["standard_expenses_higher"],
    }
    return Fraction(max(p["disability_expenses"], standard[p["disability_benefit_rate"]]))


def deferred(
    p: Person,
    law: Law,
    policy: Policy,
    for_good: bool,
    held: Fraction,
    with_notional: Fraction,
    charged: bool,
    charge: Fraction,
) -> dict[str, Any]:
    """Sections 34 to 36 and SI 2014/2671."""
    none = {"deferred_a_week": Fraction(0), "equity_limit": Fraction(0), "weeks_until_equity_limit": 0}
    none["deferred_interest_a_week"] = Fraction(0)
    if not (p["wants_deferred_payment"] and for_good and property_counts(p, law, for_good) and charged):
        return none
    of_home = equity(p["home_value"], p["home_debt"], law["expenses_of_sale"])
    besides = with_notional - to_the_penny_below(of_home * p["home_share"] / 100)
    if besides > law["upper_capital_limit"]:
        return none
    from_income = countable_income(p, law, policy, True) - law["disposable_income_allowance"]
    weekly = max(Fraction(0), charge - max(Fraction(0), from_income))
    of_reserve = equity(p["home_value"], p["home_debt"], law["equity_reserve"])
    limit = max(Fraction(0), to_the_penny_below(of_reserve * p["home_share"] / 100) - law["lower_capital_limit"])
    left = max(Fraction(0), limit - p["already_deferred"])
    rate = min(policy["deferred_interest"], law["maximum_interest"])
    return {
        "deferred_a_week": weekly,
        "equity_limit": limit,
        "weeks_until_equity_limit": floor(left / weekly) if weekly else 0,
        "deferred_interest_a_week": to_the_penny_below(p["already_deferred"] * rate / 10_000 / 52),
    }
