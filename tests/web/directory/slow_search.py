"""A search as plainly as it can be said, one service after another: what the index must agree with."""

import math
from uuid import UUID

from marketcross.web.directory.models import SearchEntry
from marketcross.web.directory.search.asking import NEAR, Asked
from marketcross.web.directory.search.finding import ENOUGH, STEPS, Found


def find_slowly(entries: list[SearchEntry], asked: Asked, *, limit: int) -> list[Found]:
    """The same as ``finding.find``, over entries in any order."""
    best: dict[UUID, tuple[tuple[object, ...], Found, int]] = {}
    for entry in entries if not asked.nothing_read else []:
        judged = _judge(entry, asked)
        if judged is None:
            continue
        fails, metres, eligible = judged
        step = max((STEPS.index(name) + 1 for name in fails), default=0)
        far = math.inf if metres is None else metres
        found = Found(entry.service_id, fails, metres, eligible)
        order = (step, -_told(entry, asked), far, entry.name, entry.service_id)
        known = best.get(entry.service_id)
        if known is None or (step, far, entry.pk) < (known[2], known[0][2], known[0][5]):
            best[entry.service_id] = ((*order, entry.pk), found, step)
    ordered = sorted(best.values(), key=lambda row: row[0])
    widest = ordered[min(ENOUGH, len(ordered)) - 1][2] if ordered else 0
    return [found for _, found, step in ordered[:limit] if step <= widest]


def _judge(entry: SearchEntry, asked: Asked) -> tuple[tuple[str, ...], int | None, bool] | None:
    """What the entry does not meet, how far it is, and who may use it; nothing where it is no candidate at all."""
    worded = bool(asked.meant or asked.lexemes)
    if asked.only and entry.category_code not in asked.nearest:
        return None
    if worded and entry.category_code not in asked.meant_nearly and not asked.lexemes & set(entry.lexemes):
        return None
    metres, here = _metres(entry, asked), asked.here.localities if asked.here else frozenset()
    eligible = entry.everywhere or bool(here & set(entry.serves))
    near = entry.comes_to_you or (metres <= NEAR if metres is not None else bool(here & set(entry.lies_in)))
    means = entry.category_code in asked.meant
    says = bool(asked.lexemes) and asked.lexemes <= set(entry.lexemes)
    most = asked.most_pence
    fails = {
        "price": most is not None and (entry.price_pence is None or entry.price_pence > most),
        "direct_payments": asked.direct_payments and not entry.takes_direct_payments,
        "time": bool(asked.time) and not {asked.time, "any"} & set(entry.times),
        "group": bool(asked.group) and not {asked.group, "everybody"} & set(entry.groups),
        "place": asked.here is not None and not (eligible and near),
        "kind": (bool(asked.only) and entry.category_code not in asked.only) or (worded and not (means or says)),
    }
    return tuple(step for step in STEPS if fails[step]), metres, eligible


def _metres(entry: SearchEntry, asked: Asked) -> int | None:
    here = asked.here
    if here is None or here.easting is None or here.northing is None or entry.easting is None or entry.northing is None:
        return None
    return math.isqrt((entry.easting - here.easting) ** 2 + (entry.northing - here.northing) ** 2)


def _told(entry: SearchEntry, asked: Asked) -> int:
    if not (asked.meant or asked.lexemes):
        return 0
    means = entry.category_code in asked.meant
    says = bool(asked.lexemes) and asked.lexemes <= set(entry.lexemes)
    return 2 * means + says + len(asked.lexemes & set(entry.name_lexemes)) + len(asked.lexemes & set(entry.lexemes))
