"""What must hold of the repository itself: nothing built, no registry's address, no machine's path, sources for all."""

import json
import re
import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True).stdout
    files = [root / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="ignore")


def test_locks_carry_hashes_and_no_address(root: Path) -> None:
    for group in ("run", "test"):
        lock = text_of(root / "requirements" / f"{group}.txt")
        packages = re.findall(r"^[a-z0-9][\w.\-\[\]]*==", lock, flags=re.M)
        assert len(packages) > 5
        assert lock.count("--hash=sha256:") >= len(packages)
        assert "://" not in lock
    npm = json.loads(text_of(root / "assets" / "package-lock.json"))
    bodies = [body for name, body in npm["packages"].items() if name]
    assert bodies and all("integrity" in body and "resolved" not in body for body in bodies)


def test_every_dependency_says_why(root: Path) -> None:
    for group in ("run", "test"):
        lines = text_of(root / "requirements" / f"{group}.in").splitlines()
        named = [line for line in lines if line.strip() and not line.startswith(("#", "-"))]
        assert named and all(re.search(r"#\s*\S.{8,}", line) for line in named)


def test_nothing_built_and_nothing_private_is_committed(tracked: list[Path], root: Path) -> None:
    built = {"node_modules", ".venv", "look", "var", "__pycache__"}
    names = [file.relative_to(root) for file in tracked]
    assert not [name for name in names if built & set(name.parts)]
    pictures = [name for name in names if name.suffix in {".png", ".jpg", ".pdf", ".svg", ".woff", ".woff2"}]
    drawn = ("assets", "web")  # sources that we drew ourselves
    assert all(name.parts[:2] in {("docs", "pictures"), drawn} for name in pictures), pictures


def test_no_machine_path_or_registry_is_named(tracked: list[Path], root: Path) -> None:
    unwanted = re.compile(
        r"(?<!\w)/(?:home|root|Users)/\w+/|--(?:extra-)?index-url\s+\S*://|registry\.npmjs|pypi\.org/simple"
    )
    here = Path(__file__)
    found = [file.relative_to(root) for file in tracked if file != here and unwanted.search(text_of(file))]
    assert not found, found


def test_the_house_keeps_its_layers(root: Path) -> None:
    """import-linter's contracts, so that `./run test` alone shows a broken one."""
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(root / "pyproject.toml"), no_cache=True) == 0


def test_forbidden_names(tracked: list[Path], root: Path) -> None:
    """A file is named for what it holds."""
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "services"}
    assert not [f.relative_to(root) for f in tracked if f.suffix == ".py" and (f.stem in vague or vague & set(f.parts))]
