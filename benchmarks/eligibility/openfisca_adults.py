"""Regulation 2 as a small OpenFisca package. Runs in an environment of its own, and is never imported by the project.

    python openfisca_adults.py FACTS.npz ANSWERS.npz REPEATS

reads columns of judgements, writes the decisions, and prints the seconds of each run as JSON.
"""

import json
import sys
import time

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

DAY = "2026-11-21"
WAYS = 2 | 4 | 8 | 16
OUTCOMES = (
    "nutrition",
    "hygiene",
    "toilet",
    "clothing",
    "home_safety",
    "habitable_home",
    "relationships",
    "work",
    "community",
    "caring_for_child",
)
Person = build_entity(key="person", plural="persons", label="Person", is_person=True)


def variable(name: str, of: type, formula: object = None) -> type[Variable]:
    """A variable of one person and one day."""
    body = {"value_type": of, "entity": Person, "definition_period": DateUnit.DAY, "label": name}
    return type(name, (Variable,), body | ({"formula": formula} if formula else {}))


def unable_at(outcome: str) -> type[Variable]:
    def formula(person, period, parameters):
        return (person(outcome, period) & WAYS) != 0

    return variable(f"unable_{outcome}", bool, formula)


def outcomes_unable(person, period, parameters):
    return sum(person(f"unable_{outcome}", period).astype(np.int32) for outcome in OUTCOMES)


def second_condition(person, period, parameters):
    return person("outcomes_unable", period) >= 2


def eligible(person, period, parameters):
    second = person("second_condition", period)
    return person("impairment", period) * second * person("significant_impact", period)


def system() -> TaxBenefitSystem:
    rules = TaxBenefitSystem([Person])
    rules.add_variables(
        *(variable(name, int) for name in OUTCOMES),
        *(variable(name, bool) for name in ("impairment", "significant_impact")),
        *(unable_at(name) for name in OUTCOMES),
        variable("outcomes_unable", int, outcomes_unable),
        variable("second_condition", bool, second_condition),
        variable("eligible", bool, eligible),
    )
    return rules


def decided(rules: TaxBenefitSystem, facts: dict[str, np.ndarray], *, trace: bool = False) -> np.ndarray:
    size = len(facts["impairment"])
    simulation = SimulationBuilder().build_default_simulation(rules, count=size)
    simulation.trace = trace
    for name, cells in facts.items():
        simulation.set_input(name, DAY, cells)
    answer = simulation.calculate("eligible", DAY)
    if trace:
        "\n".join(simulation.tracer.computation_log.lines())
    return answer


def main(facts_file: str, answers_file: str, repeats: str) -> None:
    rules = system()
    with np.load(facts_file) as stored:
        facts = {name: stored[name] for name in stored.files}
    seconds, traced = [], []
    for _ in range(int(repeats)):
        started = time.perf_counter()
        answers = decided(rules, facts)
        seconds.append(time.perf_counter() - started)
    if len(answers) == 1:
        for _ in range(int(repeats)):
            started = time.perf_counter()
            decided(rules, facts, trace=True)
            traced.append(time.perf_counter() - started)
    np.savez(answers_file, eligible=answers)
    print(json.dumps({"seconds": seconds, "traced": traced}))


if __name__ == "__main__":
    main(*sys.argv[1:])
