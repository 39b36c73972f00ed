"""Commands shown in the documentation run, links inside it lead somewhere, and every record has its parts."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "packs/*.md", "benchmarks/*.md", "policies/**/*.md")
    for page in ROOT.glob(pattern)
)
BLOCK = re.compile(r"```sh\n(.*?)```", re.S)
# What the suite cannot run inside itself: these set up machines, serve for ever, or are measured elsewhere.
NOT_HERE = ("./run", "git ", "python3", "pip ", "apt", "export ")


def shown() -> list[tuple[str, str]]:
    """Every `marketcross` command in a ```sh block, with the page that shows it."""
    found = []
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8").replace("\n  ", "\n")):
            for line in block.replace("\\\n", " ").splitlines():
                command = line.split("  #")[0].strip()
                if command and not command.startswith(("#", *NOT_HERE)):
                    found.append((str(page.relative_to(ROOT)), command))
    return found


@pytest.mark.parametrize(("page", "command"), shown(), ids=lambda value: str(value)[:60])
def test_a_command_shown_runs(page: str, command: str, tmp_path: Path) -> None:
    """It ends with 0, or with 1 where it reports contradictions or findings: never with bad input."""
    words = shlex.split(command.replace("var/", f"{tmp_path}/"))
    assert words[0].removeprefix(".venv/bin/") == "marketcross", (
        f"{page} shows a command that no test can run: {command}"
    )
    program = ROOT / ".venv" / "bin" / "marketcross"
    done = subprocess.run([program, *words[1:]], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode in (0, 1), f"{page}: {command}\n{done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith(("mailto:", "{{"))]
    missing = [link for link in inside if not (page.parent / link).exists()]
    assert not missing, missing


@pytest.mark.parametrize("record", sorted((ROOT / "docs" / "adr").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_a_decision_fits_one_screen(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert "**Decided**" in text
    assert len(text.splitlines()) <= 60
