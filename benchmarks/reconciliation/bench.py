"""Reconciliation of 100,000 relations: the engine against a plain version in fractions, results equal.

The engine gives every verdict, and for each contradiction its two sides, its size and its suspects. The plain version
(``peer``) gives verdicts and sizes; the engine's own plain way judges the suspects on a part. Exit status 1 where a
result differs.
"""

import json
import sys
import time
from collections import Counter
from typing import Any

from made_relations import Made
from peer import reconcile as reconcile_by_peer

from marketcross.engine.evidence.figures import Figure, Relation
from marketcross.engine.evidence.finding import CONTRADICTS
from marketcross.engine.evidence.reconcile import reconcile, reconcile_plainly

RELATIONS = 100_000
PART = 5_000  # relations whose suspects and sides are held against the engine's plain way
ROUNDS = 3

Pack = tuple[dict[str, Figure], dict[str, Relation]]


def run(relations: int = RELATIONS) -> dict[str, Any]:
    made = Made(relations)
    pack = made.figures, made.relations
    ours, ours_processor, findings = _timed(lambda: reconcile(*pack), ROUNDS)
    theirs, theirs_processor, judged = _timed(lambda: reconcile_by_peer(*pack), 1)
    part = dict(list(pack[1].items())[:PART])
    started = time.perf_counter()
    for finding in findings:
        assert finding.sides
    sides = time.perf_counter() - started
    return {
        "relations": len(made.relations),
        "figures": len(made.figures),
        "verdicts": dict(Counter(finding.verdict for finding in findings)),
        "ours_s": round(ours, 2),
        "ours_processor_s": round(ours_processor, 2),
        "plain_s": round(theirs, 2),
        "plain_processor_s": round(theirs_processor, 2),
        "times_as_fast": round(theirs_processor / ours_processor, 1),
        "sides_of_all_besides_s": round(sides, 2),
        "equal": _agree(findings, judged) and _explained_alike(pack[0], part),
    }


def _timed(work: Any, rounds: int) -> tuple[float, float, Any]:
    """Seconds on the clock and of the processor, the best of some rounds: other work on the machine only ever adds."""
    clock = processor = float("inf")
    result = None
    for _ in range(rounds):
        started, used = time.perf_counter(), time.process_time()
        result = work()
        clock, processor = min(clock, time.perf_counter() - started), min(processor, time.process_time() - used)
    return clock, processor, result


def _agree(findings: Any, judged: Any) -> bool:
    return [(finding.verdict, finding.size) for finding in findings] == judged


def _explained_alike(figures: dict[str, Figure], part: dict[str, Relation]) -> bool:
    pairs = zip(reconcile(figures, part), reconcile_plainly(figures, part), strict=True)
    return all(
        (one.verdict, one.sides, one.size, one.mends) == (other.verdict, other.sides, other.size, other.mends)
        and bool(one.size is not None) == (one.verdict == CONTRADICTS)
        for one, other in pairs
    )


if __name__ == "__main__":
    result = run()
    print(json.dumps(result, indent=2))
    sys.exit(not result["equal"])
