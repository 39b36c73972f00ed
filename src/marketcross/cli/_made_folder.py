"""The folder of a made population: its tables, how well it fits, and the note that nobody in it is real."""

from contextlib import ExitStack
from pathlib import Path

import numpy as np

from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.law import load
from marketcross.opendata.tables import Writer
from marketcross.statement.replacing import filled_folder
from marketcross.synth.people import TABLES, Fit, Plan, in_chunks, made_people
from marketcross.synth.people.columns import MADE
from marketcross.synth.people.fitting.report import Held
from marketcross.synth.people.known import is_verified, known
from marketcross.synth.people.money import rates_on

FACTS = ("ages", "caring", "conditions", "contact", "ethnicity", "households", "money")
_ROWS = 100_000  # of a block; of a row group in Parquet

_FIT = (
    Column("figure", Kind.TEXT, "The printed figure of the pack."),
    MADE,
    Column("label", Kind.TEXT, "What it counts."),
    Column("printed", Kind.TEXT, "As printed."),
    Column("wanted", Kind.TEXT, "As printed, scaled to the people made."),
    Column("made_number", Kind.COUNT, "Counted in the rows made."),
    Column("off_percent", Kind.TEXT, "How far that is from what is wanted."),
    Column("verdict", Kind.TEXT, "within, within_rounding, outside or contradicts."),
    Column("contradicts", Kind.TEXT, "The earlier figures that it cannot be true beside."),
)


def write_made(out: Path, plan: Plan, seed: int, ending: str) -> tuple[Held, ...]:
    """Make everybody of the plan into a folder, which appears whole or not at all; how each printed figure fits."""
    fit, law = Fit(plan), load()
    with filled_folder(out) as folder:
        with ExitStack() as stack:
            tables = {
                table.name: stack.enter_context(Writer(folder / f"{table.name}.{ending}", table.columns))
                for table in TABLES
            }
            made = made_people(plan, np.random.default_rng(seed), law)
            for name, block in in_chunks(fit.counting(made), _ROWS):
                tables[name].add(block)
        held = fit.report()
        _write_fit(folder / "fit.csv", held)
        (folder / "README.txt").write_text(_readme(plan, seed, held, rates_on(law, plan.on).lent), encoding="utf-8")
    return held


def _write_fit(path: Path, held: tuple[Held, ...]) -> None:
    cells = {
        "figure": [one.figure for one in held],
        "label": [one.label for one in held],
        "printed": [one.printed for one in held],
        "wanted": [f"{one.wanted:.1f}" for one in held],
        "off_percent": [f"{one.off_percent:.2f}" for one in held],
        "verdict": [one.verdict for one in held],
        "contradicts": [" ".join(one.contradicts) for one in held],
    }
    columns = {name: np.array(texts, dtype=object) for name, texts in cells.items()}
    with Writer(path, _FIT) as table:
        table.add(
            columns | {"made": np.ones(len(held), dtype=bool), "made_number": np.array([h.made for h in held], int)}
        )


def _readme(plan: Plan, seed: int, held: tuple[Held, ...], lent: tuple[str, ...]) -> str:
    unverified = ", ".join(name for name in FACTS if not is_verified(known(name)))
    lines = [
        "MADE DATA. Nobody in this folder is real, and nothing here is about anybody.",
        "",
        f"{plan.people:,} made people like {plan.like.name}, with their ages on {plan.on}, from seed {seed}.",
        "Names are put together from syllables. Postcodes are of the area ZX, which is not allocated; telephone",
        "numbers of ranges kept for drama; e-mail addresses at domains kept for examples; NHS numbers of the test",
        "range that begins with 999.",
        "The column 'made' is yes in every row of every table. Columns: docs/reference/made-people.md of Market Cross.",
        "",
        f"Resting on figures that were not all verified: {unverified}.",
        *([f"Rates lent from the nearest year that is known: {', '.join(lent)}."] if lent else []),
        "",
        f"Fit: {len(held)} printed figures, each beside what was made, in fit.csv.",
        *(f"- {said(one)}" for one in held if not one.met),
    ]
    return "\n".join(lines) + "\n"


def said(one: Held) -> str:
    """A figure that was not met, and why."""
    if one.verdict == "contradicts":
        beside = ", ".join(one.contradicts) or "what is possible"
        return f"{one.figure} ({one.printed}) contradicts {beside}, and was left out: made {one.made:,}."
    return f"{one.figure} ({one.printed}) is missed by {one.off_percent:.2f}%: made {one.made:,}."
