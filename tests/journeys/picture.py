"""Makes docs/pictures/statement.png, the first screen of Sefton's statement: python tests/journeys/picture.py"""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from marketcross.statement.publishing import build

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "pictures" / "statement.png"
LARGEST = 300_000  # bytes; a README should open at once


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(ROOT / "packs" / "sefton-2020", Path(folder) / "sefton")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto((Path(folder) / "sefton" / "index.html").as_uri())
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    assert PICTURE.stat().st_size < LARGEST, "the picture is too large for a README"


if __name__ == "__main__":
    main()
