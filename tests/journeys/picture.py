"""Makes docs/pictures/statement.png, the first screen of Sefton's statement: python tests/journeys/picture.py"""

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from marketcross.statement.publishing import build
from marketcross.statement.styles import FONTS

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "pictures" / "statement.png"
LARGEST = 300_000  # bytes; a README should open at once
# The page asks for the machine's own typeface; for a picture that is alike everywhere, that is Roboto.
TYPEFACE = """<?xml version="1.0"?>
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>system-ui</family><prefer><family>Roboto</family></prefer></alias>
</fontconfig>
"""


def main() -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(ROOT / "packs" / "sefton-2020", Path(folder) / "sefton")
        settings = Path(folder) / "fonts.conf"
        settings.write_text(TYPEFACE.format(fonts=FONTS, cache=Path(folder) / "cache"))
        browser = playwright.chromium.launch(
            executable_path=chromium,
            env={**os.environ, "FONTCONFIG_FILE": str(settings)},
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto((Path(folder) / "sefton" / "index.html").as_uri())
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    assert PICTURE.stat().st_size < LARGEST, "the picture is too large for a README"


if __name__ == "__main__":
    main()
