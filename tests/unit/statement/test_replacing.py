"""A folder replaced whole or not touched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from marketcross.statement import replacing
from marketcross.statement.replacing import UnusableFolderError, refuse_unsafe, replace_folder


def held(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def old_folder(folder: Path) -> Path:
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "old.txt").write_bytes(b"old")
    return folder


@pytest.mark.parametrize("swaps", [True, False])
def test_the_new_takes_the_place_of_the_old(tmp_path: Path, swaps: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not swaps:  # a file system that cannot exchange two folders in one step
        monkeypatch.setattr(replacing, "_swapped", lambda one, other: False)
    out = old_folder(tmp_path / "out")
    replace_folder(out, [("a.txt", b"new"), ("data/b.txt", b"newer")])
    assert held(tmp_path) == {"out/a.txt": b"new", "out/data/b.txt": b"newer"}


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    replace_folder(tmp_path / "deep" / "out", [("a.txt", b"x")])
    assert held(tmp_path) == {"deep/out/a.txt": b"x"}


def test_what_fails_half_way_leaves_the_old(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "a.txt", b"new"
        raise RuntimeError("the second file cannot be made")

    out = old_folder(tmp_path / "out")
    with pytest.raises(RuntimeError):
        replace_folder(out, files())
    assert held(tmp_path) == {"out/sub/old.txt": b"old"}


def test_when_the_new_cannot_take_the_place_the_old_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = old_folder(tmp_path / "out")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("no space for the name")
        return rename(self, target)

    monkeypatch.setattr(replacing, "_swapped", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="no space"):
        replace_folder(out, [("a.txt", b"new")])
    assert held(tmp_path) == {"out/sub/old.txt": b"old"}


def test_a_link_is_followed(tmp_path: Path) -> None:
    old_folder(tmp_path / "real")
    (tmp_path / "out").symlink_to("real")
    replace_folder(tmp_path / "out", [("a.txt", b"new")])
    assert held(tmp_path / "real") == {"a.txt": b"new"} and (tmp_path / "out").is_symlink()


def test_folders_that_must_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for unsafe in (tmp_path, tmp_path.parent, Path("/"), Path.home(), tmp_path / "file"):
        with pytest.raises(UnusableFolderError):
            refuse_unsafe(unsafe, tmp_path / "pack")
    refuse_unsafe(tmp_path / "out", tmp_path / "pack")
