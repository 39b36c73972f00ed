"""A cell may hold several words of a list: read, written and described the same way."""

from pathlib import Path

import numpy as np
import pytest

from marketcross.engine.vocabulary.code_list import code_list, word_list
from marketcross.engine.vocabulary.column import Column, Kind
from marketcross.opendata.tables import Writer, read, row_schema

WAYS = Column("ways", Kind.WORDS, "how", default=0, codes=word_list("Way", ["alone", "with_help", "in_danger"]))


def table(path: Path, *cells: str) -> Path:
    path.write_text("\n".join(["ways", *(f'"{cell}"' for cell in cells)]) + "\n", encoding="utf-8")
    return path


def test_several_words_become_one_number(tmp_path: Path) -> None:
    (chunk,) = read(table(tmp_path / "t.csv", "alone", "In_Danger  alone", "", "with_help with_help"), (WAYS,))
    assert chunk.values["ways"].tolist() == [1, 5, 0, 2]
    assert chunk.given["ways"].tolist() == [True, True, False, True]
    assert not chunk.problems


def test_a_word_outside_the_list_is_a_problem(tmp_path: Path) -> None:
    (chunk,) = read(table(tmp_path / "t.csv", "alone sometimes", "alone"), (WAYS,))
    (problem,) = chunk.problems
    assert (problem.row, problem.column, problem.found) == (1, "ways", "alone sometimes")
    assert problem.right == "Write, with spaces between, any of alone, with_help, in_danger."


@pytest.mark.parametrize("ending", ["csv", "parquet", "json", "jsonl"])
def test_words_come_back_as_they_went(tmp_path: Path, ending: str) -> None:
    path, masks = tmp_path / f"t.{ending}", np.array([0, 1, 7, 2, 7])
    with Writer(path, (WAYS,)) as writer:
        writer.add({"ways": masks})
    (chunk,) = read(path, (WAYS,))
    assert chunk.values["ways"].tolist() == masks.tolist()


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    described = row_schema("Row", "One row.", (WAYS,))["properties"]["ways"]
    assert described["pattern"].startswith("^((alone|with_help|in_danger)( (alone")
    assert described["default"] == ""
    assert WAYS.said(6) == "with help, in danger"


def test_a_code_list_keeps_its_numbers_apart() -> None:
    assert [code.value for code in code_list("Share", {"none": 0, "half": 50})] == [0, 50]
    with pytest.raises(ValueError, match="same number"):
        code_list("Share", {"half": 50, "some": 50})


def test_a_flag_that_must_be_given_is_missed_not_assumed(tmp_path: Path) -> None:
    flag = Column("impact", Kind.FLAG, "whether")
    (tmp_path / "t.csv").write_text('impact,ways\nyes,alone\n"",alone\n', encoding="utf-8")
    (chunk,) = read(tmp_path / "t.csv", (flag, WAYS))
    assert [(problem.row, problem.column, problem.wrong) for problem in chunk.problems] == [
        (2, "impact", "is missing.")
    ]
    assert chunk.good().values["impact"].tolist() == [True]
