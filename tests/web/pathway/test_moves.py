"""The drawing in docs/method/pathway-thread.md and the table of moves are one; no move passes that is not drawn."""

import re
from pathlib import Path

import pytest

from marketcross.web.pathway import models
from marketcross.web.pathway.moves import MOVES, WHY, MoveRefused, require

DOC = Path(__file__).resolve().parents[3] / "docs" / "method" / "pathway-thread.md"
HEADINGS = {
    "introduction": "## Introductions",
    "plan": "## Plans",
    "preference": "## An unmet preference, to its end",
    "match": "Between the two ends stand **matches**",
    "need": "## An unmet eligible need, to its end",
}
RECORDS = {
    "introduction": models.Introduction,
    "plan": models.Plan,
    "preference": models.UnmetPreference,
    "match": models.Match,
    "need": models.UnmetEligibleNeed,
}


def drawn(kind: str) -> dict[str, tuple[set[str], set[str]]]:
    text = DOC.read_text(encoding="utf-8")
    table = text[text.index(HEADINGS[kind]) :]
    table = table[table.index("| move | from | to |") :]
    rows = re.findall(r"^\| ([a-z ]+) \| ([a-z, ]+) \| ([a-z, ]+) \|", table.split("\n\n")[0], re.MULTILINE)
    return {name: (set(starts.split(", ")), set(ends.split(", "))) for name, starts, ends in rows if name != "move"}


@pytest.mark.parametrize("kind", MOVES)
def test_the_drawing_and_the_code_agree(kind: str) -> None:
    assert drawn(kind) == {name: (set(m.starts), set(m.ends)) for name, m in MOVES[kind].items()}


@pytest.mark.parametrize("kind", MOVES)
def test_the_states_are_those_of_the_record(kind: str) -> None:
    reached = {state for move in MOVES[kind].values() for state in (*move.starts, *move.ends)}
    assert reached == set(RECORDS[kind].State.values)


@pytest.mark.parametrize("kind", MOVES)
def test_every_move_that_is_not_drawn_is_refused_with_a_reason(kind: str) -> None:
    for state in RECORDS[kind].State.values:
        for name, move in MOVES[kind].items():
            if state in move.starts:
                require(kind, state, name)
                continue
            with pytest.raises(MoveRefused) as refused:
                require(kind, state, name)
            assert str(WHY[kind, state]) == str(refused.value)
