"""Load 300,000 made people into an empty register, and find some of them by whatever is known, each asked once.

The borough is made by ``marketcross borough people`` and loaded by ``marketcross people load`` into the embedded
PostgreSQL of a fresh folder, each in a process of its own. Then people drawn by chance are looked for in seven ways, by
``people.queries.find`` as a practitioner. The peer asks the same database through Django's ORM: full-text search with
an index of its own for names, equality for birthdays and numbers, ILIKE for addresses and for what is misspelt.

Before anything is timed both must give equal results: the same people for a birthday and for a number, and for a name
the same people among those who bear it exactly. What the peer cannot find (misspelt, transliterated) is given as
the share found, beside ours.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter
from typing import Any

PEOPLE = int(os.environ.get("BENCH_PEOPLE", "300000"))
ASKED = int(os.environ.get("BENCH_ASKED", "200"))  # of each way
ON = date(2026, 11, 22)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Letters that Cyrillic has for those of a name; what has none stays as it is.
CYRILLIC = str.maketrans("abvgdezijklmnoprstufABVGDEZIJKLMNOPRSTUF", "абвгдезийклмнопрстуфАБВГДЕЗИЙКЛМНОПРСТУФ")
FULL_TEXT = "to_tsvector('simple', whole) @@ plainto_tsquery('simple', %s)"
INDEX = "CREATE INDEX bench_full_text ON people_name USING gin (to_tsvector('simple', whole))"


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="marketcross-bench-") as name:
        Path(name).chmod(0o755)
        os.environ.pop("MARKETCROSS_BENCH_FULL", None)  # no setting of the service, which refuses unknown ones
        os.environ |= {
            "MARKETCROSS_MODE": "test",
            "MARKETCROSS_DATA": f"{name}/data",
            "DJANGO_SETTINGS_MODULE": "marketcross.web.config.settings",
        }
        from marketcross.web.config.environment import environment
        from marketcross.web.config.service import database, migrate

        made = _timed(["borough", "people", "--people", str(PEOPLE), "--out", f"{name}/made"])
        with database(environment()):
            migrate()
            loaded = _timed(["people", "load", f"{name}/made"])
            return {"people": PEOPLE, "made_seconds": made, "loaded_seconds": loaded} | _finding()


def _timed(words: list[str]) -> float:
    started = perf_counter()
    subprocess.run([sys.executable, "-m", "marketcross", *words], check=True, stdout=subprocess.DEVNULL)
    return round(perf_counter() - started, 1)


def _finding() -> dict[str, Any]:
    import django

    django.setup()
    from django.db import connections

    with connections["owner"].cursor() as owner:
        owner.execute(INDEX)
        for table in ("person", "name", "address", "contactdetail", "identifier", "findable", "findingword"):
            owner.execute(f"VACUUM ANALYZE people_{table}")
    user, sample = _finder(), _sample()
    _equal(sample)
    asked = {way: [(text(one), one["key"]) for one in sample] for way, text in _ways(Random(7)).items()}
    return {
        "words": _count("FindingWord"),
        "ours": {way: _measured(_ours(user), texts) for way, texts in asked.items()},
        "peer": {way: _measured(_PEER[way], texts) for way, texts in asked.items()},
    }


def _count(model: str) -> int:
    from django.apps import apps

    count: int = apps.get_model("people", model).objects.count()
    return count


def _finder() -> Any:
    from marketcross.web.core.actor import SYSTEM
    from marketcross.web.core.users import give_role, make_user

    at = datetime(2026, 11, 20, tzinfo=UTC)
    user = make_user(by=SYSTEM, at=at, email="bench@example.org", name="Bench")
    give_role(by=SYSTEM, at=at, user=user, role="practitioner", starts_on=date(2026, 1, 1))
    return user


def _sample() -> list[dict[str, Any]]:
    """People drawn by chance, with what is known of them."""
    from marketcross.web.people.models import Address, Identifier, Name, Person

    keys = sorted(Person.objects.values_list("pk", flat=True))
    drawn = Random(5).sample(keys, min(ASKED, len(keys)))
    born = dict(Person.objects.filter(pk__in=drawn).values_list("pk", "born_on"))
    names = dict(Name.objects.filter(person__in=drawn).values_list("person", "whole"))
    homes = {one.person_id: one for one in Address.objects.filter(person__in=drawn)}
    nhs = Identifier.objects.filter(system="nhs_number", person__in=drawn)
    numbers = dict(nhs.values_list("person", "value"))
    return [
        {
            "key": key,
            "name": names[key],
            "born": born[key],
            "number": numbers.get(key, ""),
            "line": homes[key].lines.split(",")[0],
            "postcode": homes[key].postcode,
        }
        for key in drawn
    ]


def _ways(chance: Random) -> dict[str, Callable[[dict[str, Any]], str]]:
    return {
        "exact": lambda one: one["name"],
        "misspelt": lambda one: _misspelt(one["name"], chance),
        "transliterated": lambda one: one["name"].translate(CYRILLIC),
        "birthday": lambda one: f"{one['born'].day}/{one['born'].month}/{one['born'].year}",
        "number": lambda one: one["number"],
        "address": lambda one: f"{one['line']} {one['postcode'].split()[0]}",
        "mixed": lambda one: f"{_misspelt(one['name'], chance)} {one['born'].year} {one['postcode'].split()[0]}",
    }


def _misspelt(name: str, chance: Random) -> str:
    """One slip in each word of four letters or more."""
    return " ".join(_slip(word, chance) if len(word) > 3 else word for word in name.split())


def _slip(word: str, chance: Random) -> str:
    place = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        [before + after, before + letter + letter + after, before + chance.choice(LETTERS) + after,
         before + after[:1] + letter + after[1:]]
    )  # fmt: skip


Finder = Callable[[str], list[Any]]


def _ours(user: Any) -> Finder:
    from marketcross.web.people.queries import find

    return lambda text: [one.id for one in find(user, text, ON)]


def _full_text(text: str) -> list[Any]:
    from marketcross.web.people.models import Name

    rows = Name.objects.extra(where=[FULL_TEXT], params=[text])  # the ORM's own would wrap the index's expression
    return list(rows.order_by("whole", "person").values_list("person", flat=True)[:20])


def _ilike_name(text: str) -> list[Any]:
    from marketcross.web.people.models import Name

    rows = Name.objects.all()
    for word in text.split():
        rows = rows.filter(whole__icontains=word)
    return list(rows.order_by("whole", "person").values_list("person", flat=True)[:20])


def _birthday(text: str) -> list[Any]:
    from marketcross.web.people.models import Person

    day, month, year = (int(part) for part in text.split("/"))
    return list(Person.objects.filter(born_on=date(year, month, day)).values_list("pk", flat=True)[:20])


def _number(text: str) -> list[Any]:
    from marketcross.web.people.models import Identifier

    return list(Identifier.objects.filter(value=text).values_list("person", flat=True)[:20])


def _ilike_address(text: str) -> list[Any]:
    from marketcross.web.people.models import Address

    *line, outward = text.split()
    rows = Address.objects.filter(lines__icontains=" ".join(line), postcode__startswith=f"{outward} ")
    return list(rows.values_list("person", flat=True)[:20])


def _ilike_mixed(text: str) -> list[Any]:
    from marketcross.web.people.models import Name

    *words, year, outward = text.split()
    rows = Name.objects.filter(person__born_on__year=int(year), person__addresses__postcode__startswith=f"{outward} ")
    for word in words:
        rows = rows.filter(whole__icontains=word)
    return list(rows.order_by("whole", "person").values_list("person", flat=True)[:20])


_PEER: dict[str, Finder] = {
    "exact": _full_text,
    "misspelt": _ilike_name,
    "transliterated": _ilike_name,
    "birthday": _birthday,
    "number": _number,
    "address": _ilike_address,
    "mixed": _ilike_mixed,
}


def _equal(sample: list[dict[str, Any]]) -> None:
    """The same people from both, wherever both can answer the question."""
    from marketcross.web.people.finding.reading import terms
    from marketcross.web.people.finding.searching import search
    from marketcross.web.people.models import Identifier, Name, Person

    def exactly(text: str) -> set[Any]:
        return {key for lost, _, key in search(terms(text, on=ON), 5_000) if lost == 0}

    for one in sample[:20]:
        day = f"{one['born']:%d/%m/%Y}"
        if exactly(day) != set(Person.objects.filter(born_on=one["born"]).values_list("pk", flat=True)):
            raise AssertionError("a birthday finds other people")
        if one["number"] and exactly(one["number"]) != set(
            Identifier.objects.filter(value=one["number"]).values_list("person", flat=True)
        ):
            raise AssertionError("a number finds other people")
        if one["name"].replace(" ", "").isascii() and one["name"].replace(" ", "").isalpha():
            theirs = set(Name.objects.extra(where=[FULL_TEXT], params=[one["name"]]).values_list("person", flat=True))
            if not theirs <= exactly(one["name"]):
                raise AssertionError("a name does not find everybody who bears it")


def _measured(finder: Finder, texts: list[tuple[str, Any]]) -> dict[str, Any]:
    asked = [(words, key) for words, key in texts if words.strip()]
    finder(asked[0][0])  # the first question pays for plans and caches
    times, met = [], 0
    for words, key in asked:
        started = perf_counter()
        found = finder(words)
        times.append((perf_counter() - started) * 1_000)
        met += key in found
    cuts = quantiles(times, n=100, method="inclusive")
    share = round(100 * met / len(asked), 1)
    return {"asked": len(asked), "p50_ms": round(cuts[49], 1), "p95_ms": round(cuts[94], 1), "percent_found": share}
