"""A right pack becomes a Pack; parts that may lack may lack."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from written_packs import FIGURE_HEADER, PACK, RIGHT, write

from marketcross.statement.pack import ClientRow, Locality, PopulationRow, RateRow
from marketcross.statement.reading import read_pack

OPTIONAL = [name for name in RIGHT if name not in ("pack.toml", "sources.csv", "figures.csv")]


def test_a_right_pack(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path))
    assert (pack.area_name, pack.area_code, pack.published) == ("Madeham", "E99999999", date(2020, 3, 31))
    assert pack.localities == (Locality("north", "North Madeham"),)
    assert list(pack.figures) == ["total", "north", "south"]
    assert pack.figures["north"].value == 9
    assert pack.relations["homes_add_up"].operands == ("north", "south")
    assert pack.population[1] == PopulationRow("E99999999", 2020, "female", 75, None, Fraction(400))
    assert pack.rates == (RateRow("dementia", "female", 65, None, Fraction(71, 1000), "mps"),)
    assert pack.clients == (ClientRow("E99999999", "home care", "65 and over", 2020, Fraction(120)),)
    assert pack.services[0].capacity == 30
    assert pack.sections[0].slug == "message"
    assert pack.omitted[0].reason == "no single number"
    assert pack.models == ({"id": "gap", "kind": "difference", "of": ["total", "north"]},)


def test_only_three_files_are_needed(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path, dict.fromkeys(OPTIONAL)))
    assert pack.figures
    assert not (pack.relations or pack.population or pack.rates or pack.clients or pack.services)
    assert not (pack.sections or pack.omitted or pack.models)


def test_a_draft_names_no_day(tmp_path: Path) -> None:
    assert read_pack(write(tmp_path, {"pack.toml": PACK.replace("published = 2020-03-31\n", "")})).published is None


def test_a_day_in_quotation_marks(tmp_path: Path) -> None:
    pack = read_pack(write(tmp_path, {"pack.toml": PACK.replace("2020-03-31", '"2020-03-31"')}))
    assert pack.published == date(2020, 3, 31)


def test_excel_writes_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    figures = str(RIGHT["figures.csv"]).replace("\n", "\r\n").encode("utf-8-sig")
    text = b"\xef\xbb\xbfThere are {{ total }}.\r\n"
    pack = read_pack(write(tmp_path, {"figures.csv": figures, "statement/01-message.md": text}))
    assert list(pack.figures) == ["total", "north", "south"]
    assert pack.sections[0].markdown == "There are {{ total }}.\n"


def test_columns_in_another_order_blank_lines_and_blanks_around_cells(tmp_path: Path) -> None:
    sources = "locator_kind,id,title,publisher,year\n\n page , mps ,Market position,Madeham,2020\n\n"
    assert read_pack(write(tmp_path, {"sources.csv": sources})).sources["mps"].locator_kind == "page"


def test_a_cell_over_several_lines(tmp_path: Path) -> None:
    row = 'north,"Homes\nin the north",9,homes,2020,,,count,,mps,"p. 3, top",\n'
    figures = FIGURE_HEADER + "total,Homes,15,homes,2020,,,count,,mps,3,\n" + row
    changes = {"figures.csv": figures, "relations.csv": None}
    assert read_pack(write(tmp_path, changes)).figures["north"].locator == "p. 3, top"


def test_what_an_empty_label_and_area_mean(tmp_path: Path) -> None:
    figures = str(RIGHT["figures.csv"]) + "weeks,,52,weeks,,,,count,,mps,,\n"
    weeks = read_pack(write(tmp_path, {"figures.csv": figures})).figures["weeks"]
    assert (weeks.label, weeks.area, weeks.period) == ("weeks", "E99999999", "")


@pytest.mark.parametrize(
    ("file", "slug"),
    [
        ("01-message.md", "message"),
        ("10_Who This Is For.md", "who-this-is-for"),
        ("message.md", "message"),
        ("2020.md", "2020"),
        ('"><script>.md', "script"),
        ("---.md", "section"),
    ],
)
def test_the_slug_of_a_section_is_fit_for_an_address(tmp_path: Path, file: str, slug: str) -> None:
    pack = read_pack(write(tmp_path, {"statement/01-message.md": None, f"statement/{file}": "Words.\n"}))
    assert [section.slug for section in pack.sections] == [slug]


def test_sections_stand_in_the_order_of_their_file_names(tmp_path: Path) -> None:
    changes = {
        "statement/10-last.md": "Last.\n",
        "statement/02-second.md": "Second.\n",
        "statement/notes.txt": "{{ no }}",
    }
    assert [section.slug for section in read_pack(write(tmp_path, changes)).sections] == ["message", "second", "last"]


def test_a_link_inside_the_pack_is_followed(tmp_path: Path) -> None:
    pack = write(tmp_path)
    (pack / "figures.csv").rename(pack / "the-figures.txt")
    (pack / "figures.csv").symlink_to("the-figures.txt")
    assert read_pack(pack).figures


@pytest.mark.parametrize("printed", ["43", "-43", "0.5", ".5", "43.", "017", "0"])
def test_numbers_as_they_are_printed(tmp_path: Path, printed: str) -> None:
    figures = FIGURE_HEADER + f"total,Homes,{printed},homes,2020,,,,,mps,3,\n"
    pack = read_pack(write(tmp_path, {"figures.csv": figures, "relations.csv": None}))
    assert pack.figures["total"].printed == printed
    assert pack.figures["total"].value == Fraction(printed.removesuffix("."))


@pytest.mark.parametrize("period", ["2017", "2019-20", "1999-00", "2015-09-30", ""])
def test_periods(tmp_path: Path, period: str) -> None:
    figures = FIGURE_HEADER + f"total,Homes,4,homes,{period},,,,,mps,3,\n"
    assert read_pack(write(tmp_path, {"figures.csv": figures, "relations.csv": None})).figures["total"].period == period


def test_the_shipped_packs_are_read(root: Path) -> None:
    folders = sorted(path.parent for path in (root / "packs").glob("*/pack.toml"))
    assert folders
    for folder in folders:
        assert read_pack(folder).figures
