"""``marketcross statement`` and ``marketcross demo`` as a person runs them: files, messages, exit statuses."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from marketcross.cli import main

MADE = Path(__file__).resolve().parents[1] / "fixtures" / "packs" / "made-borough"
FILES = {"index.html", "statement.pdf", "evidence.json", "reconciliation.json", "data"}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the made pack that a test may spoil."""
    return Path(shutil.copytree(MADE, tmp_path / "packs" / "made-borough"))


def spoil(pack: Path) -> None:
    figures = pack / "figures.csv"
    figures.write_text(figures.read_text().replace(",12300,", ',"12,300",').replace(",1300,", ",£1300,"))


def test_build_writes_everything_and_shows_contradictions(pack: Path, tmp_path: Path) -> None:
    result = run("statement", "build", pack, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (
        0,
        f"{tmp_path / 'out' / 'index.html'}: 16 figures, 1 contradiction shown\n",
    )
    assert {file.name for file in (tmp_path / "out").iterdir()} == FILES
    verdicts = {
        check["relation"]: check["verdict"] for check in json.loads((tmp_path / "out/reconciliation.json").read_text())
    }
    assert verdicts["homes_add_up"] == "contradicts"
    assert len(list((tmp_path / "out" / "data").glob("*.csv"))) == 6


def test_build_replaces_the_folder_whole(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "data").mkdir(parents=True)
    (out / "data" / "old.csv").write_text("old")
    (out / "stale.txt").write_text("old")
    assert run("statement", "build", pack, "--out", out).exit_code == 0
    assert {file.name for file in out.iterdir()} == FILES and not (out / "data" / "old.csv").exists()
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_broken_pack_leaves_the_folder_untouched(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "kept.txt").write_text("kept")
    spoil(pack)
    result = run("statement", "build", pack, "--out", out)
    assert result.exit_code == 2 and result.stdout == ""
    lines = result.stderr.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["figures.csv:2", "figures.csv:9"]
    assert [file.name for file in out.iterdir()] == ["kept.txt"]


def test_the_problems_of_two_packs_are_said_at_once_with_their_folders(pack: Path, tmp_path: Path) -> None:
    old = Path(shutil.copytree(pack, tmp_path / "old"))
    spoil(pack)
    spoil(old)
    result = run("statement", "build", pack, "--previous", old, "--out", tmp_path / "out")
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 4
    assert f"{old}/figures.csv:2: " in result.stderr and f"{pack}/figures.csv:2: " in result.stderr


@pytest.mark.parametrize("out", ["packs/made-borough", "packs", "."])
def test_build_never_replaces_the_pack_or_what_holds_it(pack: Path, tmp_path: Path, out: str) -> None:
    result = run("statement", "build", pack, "--out", tmp_path / out)
    assert result.exit_code == 2 and "name another folder" in result.stderr
    assert (pack / "figures.csv").exists()


def test_build_says_where_it_may_not_write(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for out in (tmp_path / "file", tmp_path / "file" / "inside"):
        result = run("statement", "build", pack, "--out", out)
        assert result.exit_code == 2 and "file" in result.stderr and "Traceback" not in result.stderr


def test_build_of_a_missing_pack_is_bad_input(tmp_path: Path) -> None:
    result = run("statement", "build", tmp_path / "nowhere", "--out", tmp_path / "out")
    assert result.exit_code == 2 and "nowhere:1: is not a folder" in result.stderr and not (tmp_path / "out").exists()


def test_text_of_a_pack_is_shown_as_text(pack: Path, tmp_path: Path) -> None:
    figures = pack / "figures.csv"
    figures.write_text(figures.read_text().replace("Care home beds", "<script>alert(1)</script>"))
    assert run("statement", "build", pack, "--out", tmp_path / "out").exit_code == 0
    page = (tmp_path / "out" / "index.html").read_text()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "<script" not in page


def test_lint_is_clean_or_says_file_and_line(pack: Path) -> None:
    clean = run("statement", "lint", pack)
    assert clean.exit_code == 0 and all(line.startswith("Reading age of ") for line in clean.stdout.splitlines())
    (pack / "statement" / "04-supply.md").write_text("Of {{ care_home_beds }} some 45 stand empty.\n")
    found = run("statement", "lint", pack)
    assert found.exit_code == 1
    assert found.stdout.startswith("statement/04-supply.md:1: types the number 45, which no figure backs: ")
    spoil(pack)
    assert run("statement", "lint", pack).exit_code == 2


def test_diff_in_words_and_as_json(pack: Path, tmp_path: Path) -> None:
    new = Path(shutil.copytree(pack, tmp_path / "new"))
    figures = new / "figures.csv"
    figures.write_text(figures.read_text().replace("Care home beds,1300,", "Care home beds,1400,"))
    opportunities = new / "statement" / "09-opportunities.md"
    opportunities.write_text(opportunities.read_text().replace("## Give carers a break", "## Let carers work"))
    words = run("statement", "diff", pack, new)
    assert words.exit_code == 0
    assert (
        "care_home_beds: about 1,300 beds, 2019 to 2020 -> about 1,400 beds, 2019 to 2020: up 100 beds (7.7%)"
        in words.stdout
    )
    said = json.loads(run("statement", "diff", pack, new, "--json").stdout)
    assert said["opportunities_opened"] == ["Let carers work"] and said["changed"][0]["by"] == "100"
    spoil(new)
    assert run("statement", "diff", pack, new).exit_code == 2


def test_an_edition_after_another_says_what_changed(pack: Path, tmp_path: Path) -> None:
    old = Path(shutil.copytree(pack, tmp_path / "old"))
    figures = old / "figures.csv"
    figures.write_text(figures.read_text().replace("Care home beds,1300,", "Care home beds,1400,"))
    assert run("statement", "build", pack, "--previous", old, "--out", tmp_path / "out").exit_code == 0
    assert "down 100 beds (7.1%)" in (tmp_path / "out" / "index.html").read_text()


# The demo


def demo(pack: Path, *words: str) -> Result:
    return run("demo", "--packs", pack.parent, *words)


@pytest.fixture
def without_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """The statements alone: the service that opens around them has a test of its own below."""
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr("marketcross.cli.demo.subprocess.run", lambda *words, **options: done)


@pytest.mark.usefixtures("without_service")
def test_demo_builds_what_changed_and_says_where(pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "var" / "statements"
    first = demo(pack, "--once")
    assert first.exit_code == 0 and str(out / "index.html") in first.stdout
    page = out / "made-borough" / "index.html"
    built = page.stat().st_ino
    assert demo(pack, "--once").exit_code == 0 and page.stat().st_ino == built
    (pack / "statement" / "04-supply.md").write_text("Madeborough has {{ care_home_beds }}.\n")
    assert demo(pack, "--once").exit_code == 0 and page.stat().st_ino != built


@pytest.mark.usefixtures("without_service")
def test_a_broken_pack_does_not_stop_the_others(pack: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copytree(pack, pack.parent / "a-broken-one"))
    spoil(broken)
    result = demo(pack, "--once")
    assert result.exit_code == 2 and f"{broken}/figures.csv:2: " in result.stderr
    listing = (tmp_path / "var" / "statements" / "index.html").read_text()
    assert "a-broken-one: not built" in listing and 'href="made-borough/index.html"' in listing
    shutil.rmtree(broken)
    assert demo(pack, "--once").exit_code == 0
    assert "a-broken-one" not in (tmp_path / "var" / "statements" / "index.html").read_text()


def test_a_taken_port_is_said_with_the_remedy(pack: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = demo(pack, "--port", str(port))
    assert result.exit_code == 2 and f"Port {port} cannot be used" in result.stderr and "--port" in result.stderr


@pytest.fixture
def served(pack: Path) -> Iterator[str]:
    """The demo as a process of its own; its address as it prints it."""
    command = [sys.executable, "-c", "from marketcross.cli import main; main()"]
    options = ["demo", "--packs", str(pack.parent), "--port", "0"]
    process = subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "http://" in line:
            yield line.split()[4]
            break
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0


def test_demo_serves_the_list_and_the_statements(served: str) -> None:
    assert served.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(f"{served}statements/", timeout=10) as listing:
        assert b"Care in Madeborough" in listing.read()
    with urllib.request.urlopen(f"{served}statements/made-borough/statement.pdf", timeout=10) as pdf:
        assert pdf.headers["Content-Type"] == "application/pdf"
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"{served}statements/made-borough/../../../packs/made-borough/figures.csv", timeout=10)
