"""``marketcross cqc``: any layout is read, and changes are told a line each."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from marketcross.cli import main

SAMPLE = Path(__file__).resolve().parents[3] / "src/marketcross/opendata/cqc/sample"


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("CQC_directory.csv", "4 locations; 2 care homes, each place once, with 0 beds"),
        ("HSCA_Active_Locations.csv", "5 locations; 2 care homes, each place once, with 72 beds"),
        ("locations.jsonl", "2 locations; 0 care homes, each place once, with 0 beds"),
    ],
)
def test_each_layout_is_told_apart(name: str, holds: str) -> None:
    done = CliRunner().invoke(main, ["cqc", "check", str(SAMPLE / name)])
    assert (done.exit_code, done.output.strip()) == (0, holds)


def test_a_bad_file_ends_with_2_and_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text((SAMPLE / "HSCA_Active_Locations.csv").read_text().replace("ZX1 0AA", "nowhere"), encoding="utf-8")
    done = CliRunner().invoke(main, ["cqc", "check", str(path)])
    assert done.exit_code == 2 and f"{path}:2: Location Postal Code 'nowhere' is not a postcode" in done.output


def test_changes_are_told_a_line_each(tmp_path: Path) -> None:
    old, new = SAMPLE / "HSCA_Active_Locations.csv", tmp_path / "new.csv"
    lines = old.read_text(encoding="utf-8").replace("Outstanding,2024-07-05", "Inadequate,2026-11-02").splitlines()
    new.write_text("\n".join(line for line in lines if "Orridge" not in line), encoding="utf-8")
    done = CliRunner().invoke(main, ["cqc", "changes", str(old), str(new), "--on", "2026-11-22"])
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        "1-9000001 Orridge House: closed",
        "1-9000003 Haslebeck at Home: rating fell: Outstanding to Inadequate",
        "2 changes",
    ]
