"""What the method pages of eligibility and allocation show in a text block is what the command above it prints."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from marketcross.cli import main

ROOT = Path(__file__).resolve().parents[3]
SHOWN = re.compile(r"```sh\n(marketcross [^\n]+)\n```\n\n```text\n(.*?)```", re.S)
PAGES = [ROOT / "docs" / "method" / name for name in ("eligibility.md", "allocation.md")]
CASES = [(page.name, *found) for page in PAGES for found in SHOWN.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("page", "command", "text"), CASES, ids=[case[0] for case in CASES])
def test_the_text_shown_is_what_is_printed(page: str, command: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, shlex.split(command)[1:])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(text.rstrip())


def test_each_page_shows_something() -> None:
    assert {case[0] for case in CASES} == {page.name for page in PAGES}
