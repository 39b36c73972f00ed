"""Runs in an environment of its own: reads people as JSON, writes what each pays by the calculator's own class."""

import json
import sys
from typing import Any


def pays(calculator: Any, models: Any, person: dict[str, Any]) -> float:
    """Its answer as a weekly charge: nothing where 'fully funded', the full cost where it gives no contribution."""
    home = None
    if person["home"]:
        home = models.PropertyDetails(value=person["home"], has_partner_residing=person["kept"])
    profile = models.PatientProfile(
        age=60,
        capital_assets=person["savings"],
        weekly_income=person["benefits"],
        income_pip_daily_living=person["daily"],
        disability_related_expenditure=person["dre"],
        weeks_in_care=person["weeks"],
        property=home,
    )
    answer = calculator.calculate_la_support(profile, dpa_eligible=False)
    if answer.is_fully_funded:
        return 0.0
    return person["cost"] if answer.weekly_contribution is None else min(person["cost"], answer.weekly_contribution)


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    printed, sys.stdout = sys.stdout, sys.stderr  # it logs to standard output
    from funding_calculator import calculator, models

    made = calculator.FundingEligibilityCalculator()
    answers = [pays(made, models, person) for person in json.load(sys.stdin)]
    print(json.dumps(answers), file=printed)


if __name__ == "__main__":
    main()
