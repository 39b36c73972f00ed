"""Made people for the charging benchmark, the same for every side. Nobody in it is real."""

from typing import Any

import numpy as np

ON = "2021-11-21"  # every weekly value that these people need is known and verified on this day
FLAGS = (
    "couple",
    "gets_disability_premium",
    "gets_enhanced_disability_premium",
    "refuses_assessment",
    "half_pension_to_partner",
)


def made(count: int, seed: int = 1) -> dict[str, Any]:
    """Columns of ``charging.FACTS`` for some people: money in pence, dates as ordinals, codes as numbers."""
    rng = np.random.default_rng(seed)

    def sometimes(share: float, cells: Any) -> Any:
        return np.where(rng.random(count) < share, cells, 0)

    def money(most: int) -> Any:
        return rng.integers(0, most, count)

    couple = rng.random(count) < 0.35
    setting = rng.choice(np.array([0, 1, 2, 4, 5]), count, p=[0.5, 0.05, 0.1, 0.25, 0.1])
    in_care_home = setting >= 4
    temporary = in_care_home & (rng.random(count) < 0.15)
    private = sometimes(0.6, money(30_000))
    people = {
        "born": rng.integers(703_700, 731_000, count),  # 1927 to 2002
        "couple": couple,
        "partner_born": np.where(couple, rng.integers(703_700, 731_000, count), 0),
        "children": sometimes(0.1, rng.integers(1, 4, count)),
        "gets_disability_premium": rng.random(count) < 0.2,
        "gets_enhanced_disability_premium": (rng.random(count) < 0.1) & ~couple,
        "setting": setting,
        "cost_of_care": rng.integers(2_000, 150_000, count),
        "stay": temporary.astype(np.int64),
        "weeks_of_stay": np.where(temporary, rng.integers(1, 30, count), 0),
        "weeks_in_care_home": np.where(in_care_home & ~temporary, rng.integers(0, 60, count), 0),
        "funded_nursing_care": np.where((setting == 5) & (rng.random(count) < 0.8), 1, 0),
        "refuses_assessment": rng.random(count) < 0.02,
        "state_pension": sometimes(0.7, money(25_000)),
        "private_pension": private,
        "half_pension_to_partner": couple & (private > 0) & (rng.random(count) < 0.2),
        "pension_credit": sometimes(0.2, money(6_000)),
        "savings_credit": sometimes(0.15, money(1_800)),
        "working_age_benefits": sometimes(0.3, money(20_000)),
        "disability_benefit": sometimes(0.5, money(9_000)),
        "war_widow_pension": sometimes(0.02, money(15_000)),
        "other_income": sometimes(0.1, money(5_000)),
        "savings": sometimes(0.8, money(4_000_000)),
        "joint_savings": sometimes(0.2, money(5_000_000)),
        "home_value": sometimes(0.5, money(40_000_000)),
        "home_kept_by": sometimes(0.2, rng.integers(1, 6, count)),
        "rent": sometimes(0.4, money(18_000)),
        "housing_benefit": sometimes(0.3, money(18_000)),
        "council_tax": sometimes(0.6, money(4_000)),
        "council_tax_reduction": sometimes(0.3, money(4_000)),
        "disability_expenses": sometimes(0.4, money(4_000)),
    }
    people["home_kept_by"] = np.where(people["home_value"] > 0, people["home_kept_by"], 0)
    return {name: column if name in FLAGS else column.astype(np.int64) for name, column in people.items()}
