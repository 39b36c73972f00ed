"""A browser for journeys: $CHROMIUM, or Debian's. Absent on a person's machine the test is skipped with the remedy;
in continuous integration it fails."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

REMEDY = "no chromium here: apt install chromium, or set CHROMIUM to its path"


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found and Path(found).exists():
        return Path(found)
    if os.environ.get("CI"):
        pytest.fail(REMEDY)
    pytest.skip(REMEDY)


@pytest.fixture(scope="module")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One browser for a module, closed with it: its loop must not meet other tests. Root runs it without sandbox."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium_path), args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The source of axe-core, which ./run test installs."""
    file = root / "assets" / "node_modules" / "axe-core" / "axe.min.js"
    if not file.exists():
        pytest.fail("axe-core is not installed: run ./run test, which fetches the front-end packages")
    return file.read_text(encoding="utf-8")
