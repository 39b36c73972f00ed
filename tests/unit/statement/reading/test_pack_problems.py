"""Whatever is wrong with a pack is said with its file and line and what to do, all of it at once."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from written_packs import (
    CLIENT_HEADER,
    FIGURE_HEADER,
    PACK,
    POPULATION_HEADER,
    RATE_HEADER,
    RELATION_HEADER,
    RIGHT,
    SERVICE_HEADER,
    problems,
    write,
)

from marketcross.statement.reading import PackErrors, read_pack
from marketcross.statement.reading.files import LARGEST

HOMES = str(RIGHT["figures.csv"])


def figure(**cells: str) -> str:
    """A fifth line of figures.csv, right but for the cells given."""
    row = {"id": "x", "label": "X", "value": "5", "unit": "homes", "period": "2020", "source": "mps"} | cells
    return HOMES + ",".join(row.get(column, "") for column in FIGURE_HEADER.strip().split(",")) + "\n"


def relation(line: str) -> str:
    return RELATION_HEADER + line + "\n"


SECOND_LINE = [
    # file, its second line, what is said of it
    (
        "figures.csv",
        FIGURE_HEADER,
        "total,Homes,15,homes,2020,,,count,,mps,3",
        "11 cells for 12 columns: leave a cell empty",
    ),
    (
        "figures.csv",
        FIGURE_HEADER,
        "total,Homes,1,500,homes,2020,,,count,,mps,3,",
        "13 cells for 12 columns: put quotation",
    ),
    (
        "series/population.csv",
        POPULATION_HEADER,
        "E9,2020,man,65,74,800",
        "sex 'man' is unknown: write one of male, female",
    ),
    ("series/population.csv", POPULATION_HEADER, "E9,20,male,65,74,800", "year 20 is not between 1800 and 2200"),
    ("series/population.csv", POPULATION_HEADER, "E9,2020,male,old,74,800", "age_from 'old' is not a whole number"),
    ("series/population.csv", POPULATION_HEADER, "E9,2020,male,74,65,800", "ages 74 to 65 are no band"),
    ("series/population.csv", POPULATION_HEADER, "E9,2020,male,65,74,-1", "people '-1' is below 0"),
    ("series/population.csv", POPULATION_HEADER, "E9,2020,male,65,74,many", "people 'many' is not a number"),
    ("series/rates.csv", RATE_HEADER, "dementia,female,65,,7.1,mps", "rate '7.1' is not between 0 and 1"),
    ("series/rates.csv", RATE_HEADER, "dementia,female,65,,-0.1,mps", "rate '-0.1' is not between 0 and 1"),
    ("series/rates.csv", RATE_HEADER, "dementia,female,65,,0.071,poppi", "unknown source 'poppi'"),
    ("series/clients.csv", CLIENT_HEADER, "E9,home care,65 and over,2020,", "people is empty"),
    ("services.csv", SERVICE_HEADER, "s1,The Elms,care_home,west,30,private,good,mps", "unknown locality 'west'"),
    (
        "services.csv",
        SERVICE_HEADER,
        "s1,The Elms,care_home,north,-3,private,good,mps",
        "capacity '-3' is not a whole number",
    ),
    ("services.csv", SERVICE_HEADER, ",The Elms,care_home,north,3,private,good,mps", "id is missing"),
    (
        "omitted.csv",
        "printed,source,locator,reason\n",
        "one or two,mps,4,",
        "printed and reason must both say something",
    ),
    (
        "sources.csv",
        "id,title,publisher,year,locator_kind\n",
        "mps,T,P,2020,chapter",
        "locator_kind 'chapter' is unknown",
    ),
]


@pytest.mark.parametrize(("file", "header", "line", "said"), SECOND_LINE)
def test_a_wrong_row(tmp_path: Path, file: str, header: str, line: str, said: str) -> None:
    found = problems(write(tmp_path, {file: header + line + "\n"}))
    assert any(where == file and at == 2 and said in message for where, at, message in found), found


FIGURES = [
    (figure(id=""), 5, "id is missing: give the row a name of its own"),
    (figure(id="two words"), 5, "id 'two words' is no name"),
    (figure(id="=cmd()"), 5, "id '=cmd()' is no name"),
    (figure(id="total"), 5, "id 'total' is a duplicate of line 2"),
    (figure(value=""), 5, "value is empty"),
    (figure(value='"24,500"'), 5, "value '24,500' holds a comma: write it without, like '24500'"),
    (figure(value="£13.10"), 5, "value '£13.10' holds a currency sign"),
    (figure(value="12%"), 5, "value '12%' holds a per cent sign"),
    (figure(value="1.2.3"), 5, "value '1.2.3' is not a number"),
    (figure(value="−5"), 5, "value '−5' is not a number"),
    (figure(value="٣"), 5, "value '٣' is not a number"),
    (figure(value="1e9"), 5, "value '1e9' is not a number"),
    (figure(value="nan"), 5, "value 'nan' is not a number"),
    (figure(value="9" * 31), 5, "is longer than 30 characters"),
    (figure(value="9" * 5000), 5, "is longer than 30 characters"),
    (figure(qualifier="roughly"), 5, "qualifier 'roughly' is unknown: write one of nothing, count, about, estimate"),
    (figure(precision="0"), 5, "impossible interval: precision is the width of the rounding and must be more than 0"),
    (figure(precision="-10"), 5, "impossible interval: precision"),
    (figure(precision="ten"), 5, "precision 'ten' is not a number"),
    (figure(value="0", qualifier="about"), 5, "impossible interval: about 0 could be anything"),
    (figure(value="-3", qualifier="at_most"), 5, "impossible interval: at most -3 homes is nothing"),
    (figure(source="mpz"), 5, "unknown source 'mpz': name one of sources.csv"),
    (figure(source=""), 5, "source is missing: name one of sources.csv"),
    (figure(period="2019-21"), 5, "period '2019-21' is none"),
    (figure(period="2019/20"), 5, "period '2019/20' is none"),
    (figure(period="2015-02-30"), 5, "period '2015-02-30' is none"),
    (HOMES.replace("note\n", "note,extra\n"), 1, "unknown column 'extra': the columns are id,label,value"),
    (HOMES.replace("label,", ""), 1, "column 'label' is missing"),
    (HOMES.replace("label,", "label,label,"), 1, "column 'label' stands twice"),
    ("", 1, "is empty: fill it in"),
    (" \n\n", 1, "is empty: fill it in"),
    (HOMES + '"open,\n', 5, "is not CSV"),
    (HOMES.encode() + b"x,Caf\xe9,5\n", 5, f"is not UTF-8 at byte {len(HOMES) + 5} (0xe9): save"),
    (HOMES.encode("utf-16"), 1, "is UTF-16: save it as UTF-8"),
    (HOMES + "x,\0,5\n", 5, "holds a NUL byte"),
    (figure(label="\x1b[31mred"), 5, "holds the control character U+001B"),
    (figure(label="x" * 200_000), 5, "is not CSV (field larger than field limit"),
]


@pytest.mark.parametrize(("content", "line", "said"), FIGURES)
def test_a_wrong_figure(tmp_path: Path, content: str | bytes, line: int, said: str) -> None:
    found = problems(write(tmp_path, {"figures.csv": content}))
    assert any(where == "figures.csv" and at == line and said in message for where, at, message in found), found
    assert len(found) == 1 or "unknown column" in said or "is missing" in said, found


RELATIONS = [
    ("r,total,total,north south,,,", "kind 'total' is unknown: write one of sum, difference"),
    ("r,sum,,north south,,,", "result is missing: name the figure that the sum must give"),
    ("r,sum,total,,,,", "sum is given 0 operands and needs some"),
    ("r,sum,totall,north south,,,", "unknown result 'totall': name a figure of figures.csv"),
    ("r,sum,total,north west,,,", "unknown operand 'west': name an id of figures.csv"),
    ("r,greater,total,north south,,,", "greater has no result: leave the cell empty"),
    ("r,greater,,north,,,", "greater is given 1 operands and needs 2"),
    ("r,ratio,total,north south north,,,", "ratio is given 3 operands and needs 2"),
    ("r,equal,total,north south,,,", "equal is given 2 operands and needs 1"),
    ("r,linear,,north south,,,", "linear is given 2 operands and needs 3 or more"),
    ("r,product,total," + "north " * 9 + ",,,", "product is given 9 operands and takes 8 at the most"),
    ("r,linear,," + "north " * 61 + ",,,", "linear is given 61 operands and takes 60 at the most"),
    ("r,sum,total,north south,100,,", "constant belongs to rate alone: leave it empty for sum"),
    ("r,rate,total,north south,,,", "constant is empty"),
    ("r,rate,total,north south,0,,", "constant must be more than 0"),
    ("r,sum,total,total south,,,", "cycle: the result 'total' is also an operand"),
    ("r,count,total,north,,,", "unknown operand 'north': name an id of relations.csv"),
    ("r,count,total,r,,,", "cycle: 'r' counts 'r': take one out"),
    ("r,count,total,s s,,,\ns,greater,,north south,,,", "count names a relation twice"),
    ("r,count,total,s,,,\ns,count,total,r,,,", "cycle: 'r' counts 's' counts 'r': take one out"),
    (",sum,total,north south,,,", "id is missing"),
]


@pytest.mark.parametrize(("line", "said"), RELATIONS)
def test_a_wrong_relation(tmp_path: Path, line: str, said: str) -> None:
    found = problems(write(tmp_path, {"relations.csv": relation(line)}))
    assert [(where, at) for where, at, _ in found] == [("relations.csv", 2)], found
    assert said in found[0][2]


def test_two_relations_of_one_name(tmp_path: Path) -> None:
    twice = relation("r,equal,total,north,,,\nr,equal,total,south,,,")
    assert problems(write(tmp_path, {"relations.csv": twice})) == [
        ("relations.csv", 3, "id 'r' is a duplicate of line 2: give one of the two another id")
    ]


def test_every_ring_of_counts_is_named(tmp_path: Path) -> None:
    rings = relation("a,count,total,b,,,\nb,count,total,a,,,\nc,count,total,c,,,\nd,count,total,a c,,,")
    found = problems(write(tmp_path, {"relations.csv": rings}))
    assert len(found) == 2
    assert all("cycle: " in message for _, _, message in found)


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (("2017", "2018", "2015-09-30"), "linear needs years, and south is of '2015-09-30'"),
        (("2017", "2018", ""), "linear needs years, and south is of ''"),
        (("2017", "2018-19", "2019"), "linear mixes calendar years (2017) and financial years (2019-20)"),
    ],
)
def test_a_line_needs_years(tmp_path: Path, periods: tuple[str, str, str], said: str) -> None:
    rows = [
        f"{id},X,1,homes,{period},,,,,mps,3,\n" for id, period in zip(("total", "north", "south"), periods, strict=True)
    ]
    changes = {
        "figures.csv": FIGURE_HEADER + "".join(rows),
        "relations.csv": relation("r,linear,,total north south,,,"),
    }
    found = problems(write(tmp_path, changes))
    assert [(where, at) for where, at, _ in found] == [("relations.csv", 2)]
    assert said in found[0][2]


def test_a_wrong_figure_is_still_a_known_name(tmp_path: Path) -> None:
    """One mistake is one line: no 'unknown operand' because the operand's value is wrong."""
    found = problems(write(tmp_path, {"figures.csv": HOMES.replace(",9,", ",nine,")}))
    assert [(where, at) for where, at, _ in found] == [("figures.csv", 3)]


def test_a_file_that_cannot_be_read_makes_no_further_complaints(tmp_path: Path) -> None:
    assert {where for where, _, _ in problems(write(tmp_path, {"sources.csv": ""}))} == {"sources.csv"}
    assert {where for where, _, _ in problems(write(tmp_path, {"figures.csv": "a,b\n"}))} == {"figures.csv"}


POPULATION, RATES, CLIENTS = "series/population.csv", "series/rates.csv", "series/clients.csv"
MEN_TWICE = POPULATION_HEADER + "E9,2020,male,65,74,1\nE9,2020,male,74,,1\n"
OLDEST_TWICE = POPULATION_HEADER + "E9,2020,male,65,,1\nE9,2020,male,90,,1\n"
MIXED = POPULATION_HEADER + "E9,2020,female,65,,1\nE9,2020,persons,0,64,1\n"
PERSONS = RATE_HEADER + "dementia,persons,65,,0.071,mps\n"
RATED_TWICE = RATE_HEADER + "dementia,male,65,,0.1,mps\ndementia,male,70,,0.1,mps\n"
SERVED_TWICE = CLIENT_HEADER + "E9,day,,2020,1\nE9,day,,2020,2\n"

SERIES: list[tuple[Mapping[str, str], str, int, str]] = [
    ({POPULATION: MEN_TWICE}, POPULATION, 3, "ages from 74 overlap line 2, ages 65 to 74"),
    ({POPULATION: OLDEST_TWICE}, POPULATION, 3, "ages from 90 overlap line 2, ages 65 to the oldest"),
    ({POPULATION: MIXED, RATES: ""}, POPULATION, 3, "sex persons is mixed with female (series/population.csv line 2)"),
    ({RATES: PERSONS}, RATES, 2, "sex persons is mixed with female (series/population.csv line 2)"),
    ({RATES: RATED_TWICE}, RATES, 3, "ages from 70 overlap line 2"),
    ({CLIENTS: SERVED_TWICE}, CLIENTS, 3, "the same area, service, group and year as line 2"),
]


@pytest.mark.parametrize(("changes", "file", "line", "said"), SERIES)
def test_series(tmp_path: Path, changes: Mapping[str, str], file: str, line: int, said: str) -> None:
    found = problems(write(tmp_path, changes))
    assert any(where == file and at == line and said in message for where, at, message in found), found


def test_bands_of_another_year_sex_or_condition_do_not_overlap(tmp_path: Path) -> None:
    rows = (
        "E9,2020,male,65,74,1\nE9,2021,male,65,74,1\nE9,2020,female,65,74,1\nE8,2020,male,65,74,1\nE9,2020,male,75,,1\n"
    )
    assert len(read_pack(write(tmp_path, {"series/population.csv": POPULATION_HEADER + rows})).population) == 5


TOML = [
    (PACK.replace("[area]", "[arae]"), 1, "unknown key 'arae': the keys are area, statement, localities"),
    (PACK.replace('code = "E99999999"\n', ""), 1, "[area] code is missing"),
    (PACK.replace('"Madeham"', "12.5"), 1, "[area] name is not a text"),
    (PACK.replace("publisher", "publishr"), 5, "[statement] publisher is missing"),
    (PACK.replace("publisher", "publishr"), 5, "unknown key 'publishr' in [statement]"),
    (PACK.replace("2020-03-31", '"March 2020"'), 5, "published is not a day"),
    (PACK.replace("2020-03-31", '"2020-02-30"'), 5, "published is not a day"),
    (PACK.replace("2020-03-31", "2020-03-31T10:00:00"), 5, "published is not a day"),
    (PACK.replace("2020-03-31", "2020-02-30"), 8, "is not TOML"),
    (PACK.replace("care@madeham.example", "javascript:alert(1)"), 5, "is no e-mail address"),
    (PACK + '[[localities]]\nid = "north"\nname = "Again"\n', 15, "id 'north' is a duplicate"),
    (PACK + '[[localities]]\nname = "Nameless"\n', 15, "[[localities]] id is missing"),
    (
        PACK.replace("[[localities]]", "[localities]"),
        1,
        "localities is not a list of tables: begin each with [[localities]]",
    ),
    (PACK.replace("name =", "name", 1), 2, "is not TOML"),
    ("area = 3\n" + PACK[PACK.index("[statement]") :], 1, "area is not a table: write [area] on a line of its own"),
    ("x = " + "[" * 50_000, 1, "is nested too deeply"),
    ("x = " + "9" * 5000, 1, "is not TOML"),
    (PACK.replace("Madeham Council", "Madeham \\u001b[31m"), 1, "an escape stands for the control character U+001B"),
    ("# " + "x" * 1_000_000, 1, "1,000,000 is the limit"),
]


@pytest.mark.parametrize(("content", "line", "said"), TOML)
def test_pack_toml(tmp_path: Path, content: str, line: int, said: str) -> None:
    found = problems(write(tmp_path, {"pack.toml": content}))
    assert any(where == "pack.toml" and at == line and said in message for where, at, message in found), found


MODELS = [
    ('[[modl]]\nid = "x"\n', 1, "unknown key 'modl': the keys are model"),
    ('[[model]]\nkind = "x"\n', 1, "[[model]] id is missing"),
    ('[[model]]\nid = "x"\n', 1, "[[model]] kind is missing"),
    ('[[model]]\nid = "x"\nkind = "k"\n[[model]]\nid = "x"\nkind = "k"\n', 4, "id 'x' is a duplicate"),
    ('[[model]]\nid = "total"\nkind = "k"\n', 1, "id 'total' is a figure's: give the model another"),
    ('[model]\nid = "x"\nkind = "k"\n', 1, "model is not a list of tables: begin each with [[model]]"),
]


@pytest.mark.parametrize(("content", "line", "said"), MODELS)
def test_models_toml(tmp_path: Path, content: str, line: int, said: str) -> None:
    found = problems(write(tmp_path, {"models.toml": content, "statement/01-message.md": None}))
    assert any(where == "models.toml" and at == line and said in message for where, at, message in found), found


NARRATIVE = [
    ("First.\n\nThere are {{ totall }}.\n", 3, "prints 'totall', which figures.csv does not hold"),
    ("{{ gapp.least }}\n", 1, "prints 'gapp.least'"),
    ("{{ }}\n", 1, "prints ''"),
    ("{{ total north }}\n", 1, "prints 'total north'"),
    ("There are {{ total\n}} homes.\n", 1, "opens {{ without closing it"),
    ("There are {{ total } homes.\n", 1, "opens {{ without closing it"),
    ("", 1, "is empty"),
]


@pytest.mark.parametrize(("content", "line", "said"), NARRATIVE)
def test_narrative(tmp_path: Path, content: str, line: int, said: str) -> None:
    found = problems(write(tmp_path, {"statement/01-message.md": content}))
    assert [(where, at) for where, at, _ in found] == [("statement/01-message.md", line)]
    assert said in found[0][2]


def test_two_sections_of_one_name(tmp_path: Path) -> None:
    found = problems(write(tmp_path, {"statement/02-message.md": "Again.\n"}))
    assert found[0][:2] == ("statement/02-message.md", 1)
    assert "a second section 'message' beside statement/01-message.md" in found[0][2]


@pytest.mark.parametrize("file", ["pack.toml", "sources.csv", "figures.csv"])
def test_a_file_that_every_pack_needs(tmp_path: Path, file: str) -> None:
    assert (file, 1, "is missing: a pack needs this file") in problems(write(tmp_path, {file: None}))


@pytest.mark.parametrize("file", ["series/popluation.csv", "figure.csv", "model.toml"])
def test_a_mistyped_file_name(tmp_path: Path, file: str) -> None:
    found = problems(write(tmp_path, {file: "a,b\n"}))
    assert found[0][:2] == (file, 1)
    assert "is no file of a pack: rename or remove it" in found[0][2]


def test_not_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    for path in (tmp_path / "nowhere", file, tmp_path / ("x" * 5000), Path("a\0b")):
        with pytest.raises(PackErrors) as errors:
            read_pack(path)
        assert "is not a folder: name the folder that holds pack.toml" in str(errors.value)


def test_a_giant_is_refused_unread(tmp_path: Path) -> None:
    pack = write(tmp_path)
    with (pack / "figures.csv").open("r+b") as stream:
        stream.truncate(200_000_000)
    found = problems(pack)
    assert [problem[:2] for problem in found] == [("figures.csv", 1)]
    assert found[0][2].startswith("has 200,000,000 bytes, and 50,000,000 is the limit: keep only the rows about")


@pytest.mark.parametrize(("size", "refused"), [(LARGEST - 1, False), (LARGEST, False), (LARGEST + 1, True)])
def test_the_limit_itself(tmp_path: Path, size: int, refused: bool) -> None:
    pack = write(tmp_path)
    with (pack / "omitted.csv").open("r+b") as stream:
        stream.truncate(size)  # nothing but NUL bytes behind what is written
    said = problems(pack)[0][2]
    assert ("is the limit" in said) == refused
    assert ("NUL byte" in said) != refused


@pytest.mark.parametrize("file", ["figures.csv", "statement/01-message.md", "series", "statement"])
def test_a_link_out_of_the_pack(tmp_path: Path, file: str) -> None:
    pack = write(tmp_path)
    (tmp_path / "secret").mkdir()
    outside = tmp_path / "secret" / "inside.csv"
    outside.write_text("secret")
    target = pack / file
    place = outside if target.is_file() else outside.parent
    target.rename(tmp_path / "moved")
    target.symlink_to(place)
    found = problems(pack)
    assert (file, 1, "leads to a path outside the pack: put the file itself into the pack") in found
    assert not any("secret" in message for _, _, message in found)


def test_links_that_lead_nowhere_and_in_rings(tmp_path: Path) -> None:
    pack = write(tmp_path, {"services.csv": None, "omitted.csv": None, "series/rates.csv": None})
    (pack / "services.csv").symlink_to("nothing")
    (pack / "omitted.csv").symlink_to("omitted.csv")
    (pack / "series" / "rates.csv").symlink_to("../series/rates.csv")
    assert [where for where, _, message in problems(pack) if "leads nowhere" in message] == [
        "omitted.csv", "series/rates.csv", "services.csv",
    ]  # fmt: skip


def test_a_pipe_is_not_waited_for_and_a_folder_is_no_file(tmp_path: Path) -> None:
    pack = write(tmp_path, {"services.csv": None, "omitted.csv": None})
    os.mkfifo(pack / "services.csv")
    (pack / "omitted.csv").mkdir()
    said = "is a folder, a pipe or a device: put an ordinary file there"
    assert problems(pack) == [("omitted.csv", 1, said), ("services.csv", 1, said)]


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    changes = {name: None for name in RIGHT if name.startswith(("series/", "statement/"))}
    found = problems(write(tmp_path, {**changes, "series": "x", "statement": "x"}))
    assert [where for where, _, message in found if "cannot be listed" in message] == ["series", "statement"]


def test_too_many_files(tmp_path: Path) -> None:
    found = problems(write(tmp_path, {f"statement/{n}.md": "Words.\n" for n in range(1001)}))
    assert found == [("statement", 1, "holds more than 1000 files, the most that is read: remove some")]


def test_names_and_cells_that_would_command_a_terminal_are_shown_as_text(tmp_path: Path) -> None:
    pack = write(tmp_path, {"statement/\x1b[2J\n.md": "{{ \u202egnp.exe }}\n"})
    (pack / os.fsdecode(b"\xff.csv")).write_text("x")
    found = problems(pack)
    assert [where for where, _, _ in found] == ["\\udcff.csv", "statement/\\x1b[2J\\n.md"]
    assert all(text.isprintable() for where, _, message in found for text in (where, message))


def test_everything_is_said_at_once_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    changes = {
        "pack.toml": PACK.replace('title = "Market position"\n', ""),
        "figures.csv": figure(value="1,5") + "x,X,5,homes,soon,,,,,mps,,\n",
        "relations.csv": relation("r,sum,total,north west,,,"),
        "services.csv": SERVICE_HEADER,
        "statement/01-message.md": "{{ none }}\n",
        "models.toml": None,
    }
    found = problems(write(tmp_path, changes))
    assert {where for where, _, _ in found} == {"pack.toml", "figures.csv", "relations.csv", "statement/01-message.md"}
    assert found == sorted(found, key=lambda problem: problem[:2])
    assert all(re.search(r": \w|\w, |write|leave|put", message) for _, _, message in found), "each says what to do"


def test_a_file_that_is_wrong_throughout_does_not_bury_the_others(tmp_path: Path) -> None:
    rows = "".join(f"f{n},X,oops,homes,2020,,,,,mps,,\n" for n in range(3000))
    found = problems(write(tmp_path, {"figures.csv": HOMES + rows, "omitted.csv": ""}))
    assert len(found) == 1002
    assert found[1000] == ("figures.csv", 1004, "and 2000 more problems in this file")
    assert found[1001][0] == "omitted.csv"
