"""How names become words, which words are near, and what a typed text may mean: the rule, without a database."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marketcross.web.people.finding.keys import Facts, keys_of, vocabulary
from marketcross.web.people.finding.matching import answers
from marketcross.web.people.finding.nearness import loss, nearby
from marketcross.web.people.finding.reading import terms
from marketcross.web.people.finding.words import name_words, words

ON = date(2026, 11, 22)
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jon Smith", ["jon", "smith"]),
        ("O’Brien", ["obrien"]),
        ("Zoë Müller-Łukasz", ["zoe", "muller", "lukasz"]),
        ("Дмитрий Щукин", ["dmitriy", "shchukin"]),
        ("李小龙", ["li", "xiao", "long"]),
        ("김민준", ["gim", "min", "jun"]),
        ("محمد", ["mhmd"]),
        ("  two   spaces ", ["two", "spaces"]),
        ("<script>alert(1)</script>", ["script", "alert", "script"]),
        ("", []),
    ],
)
def test_a_name_becomes_words_of_plain_letters(name: str, expected: list[str]) -> None:
    assert words(name) == expected


def test_neighbours_within_a_part_are_also_kept_joined() -> None:
    assert name_words(["Al-Badawi"]) == {"al", "badawi", "albadawi"}
    assert name_words(["Mac Grady", "Ann"]) == {"mac", "grady", "macgrady", "ann"}


@pytest.mark.parametrize(
    ("asked", "held", "expected"),
    [
        ("smith", "smith", 0),
        ("smyth", "smith", 1),  # one slip
        ("smiht", "smith", 1),  # two letters changed places
        ("kest", "kestrel", 1),  # the beginning
        ("kestrell", "kastrel", 2),  # two slips in a long word
        ("phil", "fil", 2),  # the same sound, two slips
        ("mohammed", "mhmd", 2),  # as Arabic is written, without vowels
        ("li", "le", None),  # too short for slips
        ("smith", "brown", None),
        ("smooth", "smith", 2),  # a like sound
    ],
)
def test_what_is_lost_between_two_words(asked: str, held: str, expected: int | None) -> None:
    assert loss(asked, held) == expected


@given(LETTERS, LETTERS)
def test_what_is_near_shares_a_key_or_a_beginning(asked: str, held: str) -> None:
    if loss(asked, held) is not None:
        assert nearby(asked) & nearby(held) or held.startswith(asked)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=7, max_size=20), st.data())
def test_two_slips_in_a_long_word_share_a_key(word: str, data: st.DataObject) -> None:
    slipped = word
    for _ in range(2):
        place = data.draw(st.integers(0, len(slipped) - 1))
        slipped = data.draw(
            st.sampled_from(
                [
                    slipped[:place] + slipped[place + 1 :],
                    slipped[:place] + "x" + slipped[place:],
                    slipped[:place] + "q" + slipped[place + 1 :],
                ]
            )
        )
    if 7 <= len(slipped) <= 20:
        assert nearby(word) & nearby(slipped)


PERSON = keys_of(
    Facts(
        names=("Jon", "Smith"),
        wholes=("Jon Smith",),
        born_on=date(1940, 3, 2),
        numbers=("9990000018", "LAS-4471"),
        telephones=("+44 1632 960435",),
        emails=("Jon@Example.org",),
        postcodes=("ZX1 0AA",),
        lines=("12 Kestrelbeck Road, Ambercote",),
    )
)


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        ("jon smith", 0),
        ("SMITH, Jon", 0),
        ("smith", 0),
        ("jon smyth 1940 zx1", 1),
        ("j smith", 1),
        ("2/3/1940", 0),
        ("2.3.40", 0),
        ("1940-03-02", 0),
        ("2nd March 1940", 0),
        ("2 mar 1940", 0),
        ("1940", 0),
        ("3/2/1940", 2),
        ("999 000 0018", 0),
        ("las4471", 0),
        ("01632 960435", 0),
        ("+44 (0)1632 960435", 0),
        ("jon@example.org", 0),
        ("zx10aa", 0),
        ("ZX1 0AA", 0),
        ("zx1 0", 0),
        ("12 kestrelbeck rd", 2),
        ("kestrelbek", 2),
        ("jon 1941", None),
        ("zx2", None),
        ("31/2/1940", None),
        ("jon brown", None),
    ],
)
def test_what_answers_what_is_typed(typed: str, lost: int | None) -> None:
    assert answers(terms(typed, on=ON), PERSON) == lost


def test_a_year_of_birth_answers_a_day_of_that_year() -> None:
    about = keys_of(Facts(names=("Ada",), born_about=1940))
    assert answers(terms("ada 2/3/1940", on=ON), about) == 1
    assert answers(terms("1940", on=ON), about) == 0


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_nothing_typed_asks_nothing(typed: str) -> None:
    assert terms(typed, on=ON) == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (("Mac Grady",), "macgrady"),
        (("Macgrady",), "mac grady"),
        (("O'Brien",), "o brien"),
        (("Al-Badawi",), "al badawi"),
    ],
)
def test_words_that_stand_before_a_name_may_be_apart_or_joined(name: tuple[str, ...], typed: str) -> None:
    assert answers(terms(typed, on=ON), keys_of(Facts(names=name))) == 0


@given(st.text(min_size=1, max_size=30).filter(str.strip))
@example("0")
@example("!!! 12")
def test_everybody_is_found_by_their_own_name_whatever_it_is_made_of(name: str) -> None:
    keys = keys_of(Facts(names=(name,), wholes=(name,)))
    single = words(name)[:8]
    assert answers(terms(" ".join(single) or name, on=ON), keys) is not None


def test_the_vocabulary_is_words_of_names_and_addresses() -> None:
    assert vocabulary(PERSON) == {"jon", "smith", "kestrelbeck", "road", "ambercote"}
