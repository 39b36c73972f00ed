"""A file is what its content says; hostile ones are refused; others wait for the scanner, then open for their owner."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import AuditEvent, Upload, User
from marketcross.web.core.uploads import store
from marketcross.web.core.uploads.actions import keep_upload, requeue_waiting, scan_kept, sweep_orphans
from marketcross.web.core.uploads.inspecting import RefusedFile, inspect
from marketcross.web.core.uploads.naming import clean_name
from marketcross.web.core.uploads.purposes import MEDIA_TYPES, MEGABYTE, Purpose, purpose, purpose_named
from marketcross.web.core.uploads.scanning import ScanFailed
from marketcross.web.core.users import give_role, make_user

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)
ANY = Purpose(frozenset(MEDIA_TYPES), 10 * MEGABYTE)


def png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
    return out.getvalue()


DOCX_PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
ODT = packed(
    {"mimetype": b"application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": b"<m/>", "content.xml": b"<c/>"}
)
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
GOOD = {
    "pdf": PDF,
    "png": png(),
    "jpg": JPG,
    "docx": packed(DOCX_PARTS),
    "odt": ODT,
    "txt": "My cat, £3 a day, naïve".encode(),
    "csv": "day,hours,balance\nMonday,2,-4.50\nTuesday,+1,£3\nphone,+44 20 7946 0000,\n".encode(),
}


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_each_kind_is_known_by_its_content_whatever_its_name(kind: str) -> None:
    name = "table.csv" if kind == "csv" else "holiday.exe"
    assert inspect(GOOD[kind], name=name, allowed=ANY) == kind
    with pytest.raises(RefusedFile, match="cannot take this kind"):
        inspect(GOOD[kind], name=name, allowed=Purpose(frozenset(set(MEDIA_TYPES) - {kind}), MEGABYTE))


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BOMB = packed(DOCX_PARTS | {f"word/{n}.xml": bytes(15 * MEGABYTE) for n in range(14)})
HOSTILE = {
    "empty file": ("a.pdf", b"", "is empty"),
    "HTML named pdf": ("a.pdf", HTML, "cannot take"),
    "HTML named txt": ("a.txt", b"\n \t" + HTML, "cannot take"),
    "HTML with a byte order mark": ("a.txt", b"\xef\xbb\xbf" + HTML, "cannot take"),
    "drawing with a script": ("a.svg", SVG, "cannot take"),
    "drawing named png": ("a.png", SVG, "cannot take"),
    "drawing behind an XML head": ("a.txt", b'<?xml version="1.0"?>' + SVG, "cannot take"),
    "Windows program": ("bill.pdf", b"MZ" + bytes(500), "cannot take"),
    "Linux program": ("bill.pdf", b"\x7fELF" + bytes(500), "cannot take"),
    "script": ("run.sh", b"#!/bin/sh\n\x00", "cannot take"),
    "animation": ("a.gif", b"GIF89a" + bytes(20), "cannot take"),
    "plain archive": ("a.zip", packed({"a.txt": b"a"}), "cannot take"),
    "broken archive": ("a.docx", b"PK\x03\x04" + bytes(50), "cannot take"),
    "odt by its parts only": ("a.odt", packed({"mimetype": b"x", "META-INF/manifest.xml": b""}), "cannot take"),
    "PDF that is also an archive": ("a.pdf", PDF + packed({"x": b"x"}), "two kinds"),
    "picture that is also an archive": ("a.jpg", JPG + packed(DOCX_PARTS), "two kinds"),
    "picture that is also a page": ("a.jpg", JPG[:20] + b"<ScRiPt>alert(1)</script>" + JPG, "two kinds"),
    "PDF that is also a page": ("a.pdf", b"%PDF-1.4\n<html><script>x</script>" + PDF, "two kinds"),
    "PDF with something before it": ("a.pdf", b"\n" + HTML + PDF, "cannot take"),
    "document that unpacks to 210 MB": ("a.docx", BOMB, "unpacks to more"),
    "document of 3,000 parts": ("a.docx", packed(DOCX_PARTS | {f"{n}": b"" for n in range(3_000)}), "unpacks to more"),
    "document with a macro": ("a.docx", packed(DOCX_PARTS | {"word/vbaProject.bin": b"x"}), "a macro"),
    "too large": ("a.txt", b"a" * (10 * MEGABYTE + 1), "at most 10 MB"),
    "table with a formula": ("a.csv", b"a,b\n1,2\n1,=cmd|' /C calc'!A0\n", "Row 3 holds a formula"),
    "table with a hidden formula": ("a.csv", b'a\n" -2+3+cmd|x"\n', "Row 2 holds a formula"),
    "table with an at-formula": ("a.csv", b"@SUM(1)\n", "Row 1 holds a formula"),
    "table that cannot be read": ("a.csv", b'a,"b"c\n', "cannot be read"),
    "text in another encoding": ("a.txt", "naïve".encode("utf-16"), "cannot take"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_files_are_refused_with_a_sentence(what: str) -> None:
    name, content, says = HOSTILE[what]
    with pytest.raises(RefusedFile, match=says):
        inspect(content, name=name, allowed=ANY)


@pytest.mark.parametrize(("size", "fits"), [(MEGABYTE - 1, True), (MEGABYTE, True), (MEGABYTE + 1, False)])
def test_the_size_limit_is_exact(size: int, fits: bool) -> None:
    small = Purpose(frozenset({"txt"}), MEGABYTE)
    if fits:
        assert inspect(b"a" * size, name="a.txt", allowed=small) == "txt"
    else:
        with pytest.raises(RefusedFile, match="at most 1 MB"):
            inspect(b"a" * size, name="a.txt", allowed=small)


@given(st.binary(max_size=300), st.sampled_from(["a.pdf", "a.csv", "b.docx", ""]))
def test_any_bytes_are_judged_and_never_fail(content: bytes, name: str) -> None:
    try:
        assert inspect(content, name=name, allowed=ANY) in MEDIA_TYPES
    except RefusedFile as problem:
        assert str(problem)


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("bill.pdf", "bill.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\me\\bill.PDF", "bill.pdf"),
        ("page.html", "page.pdf"),
        ("bill.pdf.exe", "bill pdf.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.pdf"),  # shown from right to left it would end in .pdf
        ("zero\u200bwidth.pdf", "zerowidth.pdf"),
        ("ｂｉｌｌ．ｐｄｆ", "bill.pdf"),
        ('x"; filename="evil.exe', "x filename=evil.pdf"),
        ("line\r\nSet-Cookie: a.pdf", "lineSet-Cookie a.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        ("Übersicht für Tante Zoë.pdf", "Übersicht für Tante Zoë.pdf"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_lose_their_tricks(given_name: str, shown: str) -> None:
    assert clean_name(given_name, kind="pdf") == shown


@given(st.text(max_size=300))
def test_any_name_becomes_a_safe_one(name: str) -> None:
    cleaned = clean_name(name, kind="pdf")
    assert cleaned.endswith(".pdf") and 5 <= len(cleaned) <= 120 and cleaned.isprintable()
    assert not set(cleaned) & set('/\\<>:"|?*;')


def test_a_purpose_names_known_kinds_and_possible_sizes() -> None:
    for wrong in ({"kinds": {"exe"}, "most_bytes": 1}, {"kinds": {"pdf"}, "most_bytes": 0}):
        with pytest.raises(ValueError, match="test_wrong"):
            purpose("test_wrong", **wrong)  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        purpose_named("test_wrong")


# --- Kept files -------------------------------------------------------------------------------------------------------
@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    yield


def resident(name: str = "one") -> User:
    user = make_user(by=SYSTEM, at=AT, email=f"{name}@example.org", name=name)
    give_role(by=SYSTEM, at=AT, user=user, role="resident", starts_on=date(2026, 1, 1))
    return user


def keep(owner: User, content: bytes = PDF, name: str = "bill.pdf") -> Upload:
    return keep_upload(by=Actor.of(owner), at=AT, owner=owner, purpose="own_file", name=name, content=content)


def scanner(folder: Path, script: str) -> Path:
    path = folder / "scan"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets a test say how this installation is set."""

    def be(**changes: Any) -> None:
        monkeypatch.setattr(settings, "ENVIRONMENT", settings.ENVIRONMENT.model_copy(update=changes))

    return be


@pytest.mark.django_db
def test_a_kept_file_is_private_random_and_whole() -> None:
    upload = keep(resident(), name="../../my bill.pdf")
    path = store.path_of(upload.stored_name)
    assert path.read_bytes() == PDF and path.stat().st_mode & 0o777 == 0o600
    assert path.is_relative_to(settings.MEDIA_ROOT) and "bill" not in str(path.relative_to(settings.MEDIA_ROOT))
    assert not path.is_relative_to(settings.STATIC_ROOT)
    assert upload.name == "my bill.pdf" and upload.size == len(PDF)
    assert list(store.arriving().iterdir()) == []
    event = AuditEvent.objects.get(action="upload.kept")
    assert "bill" not in str(event.digests)


@pytest.mark.django_db
def test_a_refused_file_leaves_nothing() -> None:
    with pytest.raises(RefusedFile):
        keep(resident(), HTML)
    assert not Upload.objects.exists() and not store.folder().exists()


@pytest.mark.django_db
def test_without_a_scanner_a_demonstration_passes_and_says_so_and_production_waits(production: Any) -> None:
    owner = resident()
    demo = keep(owner)
    assert demo.may_be_opened and "demonstration" in demo.get_state_display()
    production(mode="production")
    waiting = keep(owner)
    assert waiting.state == "quarantine" and not waiting.may_be_opened and requeue_waiting() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(("ends", "state", "stays"), [(0, "clean", True), (1, "refused", False)])
def test_the_scanner_decides(production: Any, tmp_path: Path, ends: int, state: str, stays: bool) -> None:
    production(mode="production", virus_scan=scanner(tmp_path, f'cmp -s "$1" "$1" && exit {ends}'))
    upload = keep(resident())
    assert upload.state == "quarantine" and requeue_waiting() == 1
    scan_kept(str(upload.pk), by=SYSTEM, at=AT)
    scan_kept(str(upload.pk), by=SYSTEM, at=AT)  # a job may run twice
    upload.refresh_from_db()
    assert upload.state == state and store.path_of(upload.stored_name).exists() is stays
    assert AuditEvent.objects.filter(action="upload.judged").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("script", ["exit 2", "kill -9 $$", None])
def test_a_scanner_that_cannot_tell_leaves_the_file_in_quarantine(
    production: Any, tmp_path: Path, script: str | None
) -> None:
    program = scanner(tmp_path, script) if script else tmp_path / "missing"
    production(mode="production", virus_scan=program)
    upload = keep(resident())
    with pytest.raises(ScanFailed):
        scan_kept(str(upload.pk), by=SYSTEM, at=AT)
    upload.refresh_from_db()
    assert upload.state == "quarantine"


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["rename", "fsync"])
def test_a_process_killed_in_the_middle_leaves_no_half_file_for_long(
    step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    owner = resident()
    monkeypatch.setattr(*((Path, "rename") if step == "rename" else (os, "fsync")), die)
    with pytest.raises(KeyboardInterrupt):
        keep(owner)
    monkeypatch.undo()
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    assert not [path for path in store.folder().rglob("*") if path.is_file()] and not Upload.objects.exists()
    left = list(store.arriving().iterdir())
    assert len(left) == 1
    now = datetime.now(UTC)
    assert sweep_orphans(at=now) == 0  # it may still be arriving
    assert sweep_orphans(at=now + timedelta(hours=25)) == 1 and not list(store.arriving().iterdir())


@pytest.mark.django_db
def test_the_sweep_takes_files_without_a_row_and_no_others() -> None:
    upload = keep(resident())
    orphan = store.put(b"a rolled back transaction")
    later = datetime.now(UTC) + timedelta(hours=25)
    assert sweep_orphans(at=later) == 1 and sweep_orphans(at=later) == 0
    assert store.path_of(upload.stored_name).exists() and not store.path_of(orphan).exists()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def send(client: Client, name: str, content: bytes) -> Any:
    return client.post("/account/files", {"file": SimpleUploadedFile(name, content, "text/html")})


@pytest.mark.django_db
def test_a_file_is_sent_seen_saved_and_removed() -> None:
    client = signed_in(resident())
    assert send(client, "my bill.html", PDF).status_code == 302
    upload = Upload.objects.get()
    page = client.get("/account/files").content.decode()
    assert "my bill.pdf" in page and "this is a demonstration" in page
    saved = client.get(f"/account/files/{upload.pk}")
    assert b"".join(saved.streaming_content) == PDF  # type: ignore[attr-defined]
    assert saved["Content-Type"] == "application/pdf"
    assert saved["Content-Disposition"] == 'attachment; filename="my bill.pdf"'
    assert saved["X-Content-Type-Options"] == "nosniff"
    assert saved["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "no-store" in saved["Cache-Control"] and saved["X-Frame-Options"] == "DENY"
    assert client.post(f"/account/files/{upload.pk}/remove").status_code == 302
    assert client.get(f"/account/files/{upload.pk}").status_code == 404
    assert not store.path_of(upload.stored_name).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["empty file", "HTML named pdf", "picture that is also an archive"])
def test_the_page_says_why_a_file_is_refused(what: str) -> None:
    name, content, says = HOSTILE[what]
    page = send(signed_in(resident()), name, content)
    assert page.status_code == 200 and says in page.content.decode() and not Upload.objects.exists()


@pytest.mark.django_db
def test_nobody_else_finds_an_upload_and_nobody_opens_one_in_quarantine(production: Any) -> None:
    owner = resident()
    upload = keep(owner)
    stranger = resident("two")
    give_role(by=SYSTEM, at=AT, user=stranger, role="administrator", starts_on=date(2026, 1, 1))
    for method in ("get", "post"):
        path = f"/account/files/{upload.pk}" + ("/remove" if method == "post" else "")
        assert getattr(signed_in(stranger), method)(path).status_code == 404
        assert getattr(Client(), method)(path).status_code == 302
    production(mode="production")
    waiting = keep(owner)
    assert signed_in(owner).get(f"/account/files/{waiting.pk}").status_code == 404
    assert Upload.objects.count() == 2


@pytest.mark.django_db
def test_the_number_of_files_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marketcross.web.core.uploads.actions.MOST_FILES", 1)
    client = signed_in(resident())
    send(client, "a.pdf", PDF)
    assert "Remove one first" in send(client, "b.pdf", PDF).content.decode()
    assert Upload.objects.count() == 1


@pytest.mark.django_db
def test_a_request_larger_than_any_file_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marketcross.web.core.uploads.limit.LARGEST", 0)
    answer = send(signed_in(resident()), "a.pdf", PDF + b" " * (2 * MEGABYTE))
    assert answer.status_code in (400, 413) and not Upload.objects.exists()
