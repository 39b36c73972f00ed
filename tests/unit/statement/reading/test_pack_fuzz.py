"""Whatever somebody puts into a pack, the reader reads it or says what is wrong: never anything else."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_packs import RIGHT, write

from marketcross.statement.reading import PackErrors, read_pack
from marketcross.statement.reconciling import in_words, reconcile_pack, reconciliation_json

FILES = sorted(RIGHT)
LINE = re.compile(r"[^\n:]+:[1-9][0-9]*: \S[^\n]*")
NASTY = (
    '"', '""', ",", "\n", "\r", "\r\n", "\0", "\ufeff", "\u2028", "\x85", "\x1b[2J", "{{", "}}", "{{ total }}",
    "{{ gap.x }}", "../", "/etc/passwd", "=1+1", "-", "--1", "1e999", "9" * 40, "0", "-0", "0.0", "nan", "inf",
    "٣", "½", "…", "#", "[", "[[", "]]", "about", "count", "at_most", "sum", "count,total,homes_add_up",
    "homes_add_up", "'''", '"""', "\\u0000", "persons", "male", "2019-20", "2020", "total north", "mps",
    "\ud800", "🏠", "é", "a" * 300, "<script>",
)  # fmt: skip


def written(content: str) -> bytes:
    return content.encode("utf-8", "surrogatepass")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A right file with pieces cut out, doubled or replaced by what nobody expects there."""
    text = str(RIGHT[draw(st.sampled_from(FILES))])
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(st.sampled_from(NASTY) | st.text(max_size=8)) + text[end:]
    return written(text)


@st.composite
def shuffled_cells(draw: st.DrawFn) -> bytes:
    """A right header, and rows of words that stand somewhere in a pack, though not here."""
    file = draw(st.sampled_from([name for name in FILES if name.endswith(".csv")]))
    header = str(RIGHT[file]).partition("\n")[0]
    cells = st.sampled_from([word for word in NASTY if not set(word) & set('"\n\r,\0')]) | st.text(
        alphabet=st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters='",'), max_size=6
    )
    width = header.count(",") + 1
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=5))
    return written("\n".join([header, *(",".join(row) for row in rows)]) + "\n")


def check(changes: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        check_pack(write(Path(folder), changes))


def check_pack(folder: Path) -> None:
    try:
        pack = read_pack(folder)
    except PackErrors as errors:
        assert errors.problems
        for problem in errors.problems:
            assert LINE.fullmatch(str(problem)), str(problem)
            assert str(problem).isprintable()
        return
    findings = reconcile_pack(pack)
    assert len(reconciliation_json(pack, findings)) == len(pack.relations)
    assert all(line.isprintable() for line in in_words(pack, findings))


@given(st.dictionaries(st.sampled_from(FILES), damaged(), min_size=1, max_size=3))
def test_damaged_files(changes: dict[str, bytes]) -> None:
    check(changes)


@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_any_bytes(file: str, content: bytes) -> None:
    check({file: content})


@given(st.sampled_from([name for name in FILES if name.endswith(".csv")]), shuffled_cells())
def test_rows_of_anything(file: str, content: bytes) -> None:
    check({file: content})


@settings(max_examples=50)
@given(st.sampled_from(FILES), st.integers(0, 2000))
def test_files_that_stop_in_the_middle(file: str, length: int) -> None:
    check({file: written(str(RIGHT[file]))[:length]})


@pytest.mark.parametrize("file", [name for name in FILES if name.endswith(".csv")])
def test_every_cell_replaced_by_everything_nasty(tmp_path: Path, file: str) -> None:
    """Each column of each table meets each nasty word once."""
    header, row = str(RIGHT[file]).split("\n")[:2]
    needed = {"pack.toml", "sources.csv", "figures.csv", file}
    pack = write(tmp_path, {name: None for name in FILES if name not in needed})  # type: ignore[arg-type]
    for word in NASTY:
        for column in range(header.count(",") + 1):
            cells = row.split(",")
            cells[column] = '"' + word.replace('"', '""') + '"'
            (pack / file).write_bytes(written(f"{header}\n{','.join(cells)}\n"))
            check_pack(pack)
