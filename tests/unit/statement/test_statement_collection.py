"""Packs published beside each other, and beside what something else published."""

import shutil
from contextlib import nullcontext
from pathlib import Path

from marketcross.statement.collection import build_all

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "packs" / "made-borough"


def test_what_is_no_longer_a_pack_goes_and_what_was_published_otherwise_stays(tmp_path: Path) -> None:
    packs, out = tmp_path / "packs", tmp_path / "statements"
    shutil.copytree(FIXTURE, packs / "first")
    live = out / "what-people-want"
    live.mkdir(parents=True)
    (live / "index.html").write_text("an edition of live evidence")
    build_all(packs, out, lambda what: nullcontext())
    assert (out / "first" / "index.html").is_file()
    (packs / "first").rename(packs / "second")
    build_all(packs, out, lambda what: nullcontext())
    assert not (out / "first").exists() and (out / "second" / "index.html").is_file()
    assert (live / "index.html").read_text() == "an edition of live evidence"
