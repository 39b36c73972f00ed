"""What every test may ask for."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# The service's settings of every test, before anything imports Django; its data lie in a folder of their own.
DATA = tempfile.mkdtemp(prefix="marketcross-test-")
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
os.environ |= {
    "MARKETCROSS_MODE": "test",
    "MARKETCROSS_DATA": DATA,
    "DJANGO_SETTINGS_MODULE": "marketcross.web.config.settings",
}
for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_READER_URL"):
    os.environ.pop(name, None)

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of source documents and public data beside the project; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with the source documents is not here")
    return folder
