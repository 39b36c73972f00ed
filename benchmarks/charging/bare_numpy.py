"""The same charge as bare NumPy arithmetic over whole columns, written by hand with nothing between."""

from typing import Any

import numpy as np


def charge(p: dict[str, Any], v: dict[str, int]) -> Any:
    """``p`` are columns of ``people.made``; ``v`` are the values of a day, in pence."""
    in_home = p["setting"] >= 4
    permanent = in_home & (p["stay"] == 0)
    as_at_home = ~in_home | (~permanent & (p["weeks_of_stay"] <= v["short_stay"]))
    nhs = np.where((p["setting"] == 5) & (p["funded_nursing_care"] == 1), v["funded_nursing_care_standard"], 0)
    cost = np.maximum(0, p["cost_of_care"] - nhs)

    counted = permanent & (p["home_kept_by"] == 0) & (p["weeks_in_care_home"] >= v["property_disregard"])
    home = np.where(counted, p["home_value"] * (100 - v["expenses_of_sale"]) // 100, 0)
    capital = p["savings"] + p["joint_savings"] // 2 + home
    over = capital > v["upper_capital_limit"]
    above = np.maximum(0, capital - v["lower_capital_limit"])
    tariff = np.where(over, 0, -(-above // v["tariff_income_step"]) * v["tariff_income_of_a_step"])

    halved = p["half_pension_to_partner"] & in_home & ~as_at_home
    kept = np.where(halved, -(-p["private_pension"] * v["pension_share_kept_for_partner"] // 100), 0)
    limit = np.where(p["couple"], v["savings_credit_disregard_couple"], v["savings_credit_disregard_single"])
    widow = np.maximum(0, p["war_widow_pension"] - v["war_widow_disregard"])
    income = p["state_pension"] + p["private_pension"] - kept + p["pension_credit"] + p["savings_credit"]
    income = income - np.minimum(p["savings_credit"], limit) + p["working_age_benefits"] + p["disability_benefit"]
    income = np.maximum(0, income + widow + p["other_income"]) + tariff

    born, partner = p["born"], p["partner_born"]
    pensioner = (born <= v["pension_age_if_born_by"]) | (
        p["couple"] & (partner > 0) & (partner <= v["pension_age_if_born_by"])
    )
    single = np.where(
        born <= v["full_age_if_born_by"], v["guarantee_single_25_or_over"], v["guarantee_single_under_25"]
    )
    single = np.where(p["children"] > 0, v["guarantee_lone_parent"], single)
    single = np.where(pensioner, v["guarantee_single_pension_age"], single)
    both = np.where(pensioner, v["guarantee_couple_pension_age"], v["guarantee_couple"])
    guarantee = np.where(p["couple"], both, single) + p["children"] * v["guarantee_child"]
    premium = np.where(p["couple"], v["disability_premium_couple"], v["disability_premium_single"])
    guarantee = guarantee + np.where(p["gets_disability_premium"], premium, 0)
    enhanced = np.where(p["couple"], v["enhanced_disability_premium_couple"], v["enhanced_disability_premium_single"])
    guarantee = guarantee + np.where(p["gets_enhanced_disability_premium"], enhanced, 0)

    housing = np.maximum(0, p["rent"] - p["housing_benefit"])
    housing = housing + np.maximum(0, p["council_tax"] - p["council_tax_reduction"])
    at_home = np.maximum(0, income - guarantee - housing - p["disability_expenses"])
    to_keep = np.where(permanent, 0, housing)
    in_care_home = np.maximum(0, income - v["personal_expenses_allowance"] - to_keep)
    able = np.where(as_at_home, at_home, in_care_home)
    return np.where(over | p["refuses_assessment"], cost, np.minimum(able, cost))
