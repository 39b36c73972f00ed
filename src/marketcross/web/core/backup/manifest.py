"""What a backup says of itself, and how a restore is judged by it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from psycopg import Connection, sql

FORMAT = 1
DUMP = "database.dump"
UPLOADS = "uploads"
NAME = "manifest.json"

Rows = Connection[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Counts per table, who may do what with each, and the last link of the audit chain; a checksum per file."""

    format: int
    made_at: str
    counts: dict[str, int]
    grants: dict[str, str]
    audit_position: int
    audit_link: str
    checksums: dict[str, str]

    def text(self) -> str:
        return json.dumps(asdict(self), indent=1, sort_keys=True)


def checksum(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tables(connection: Rows) -> list[str]:
    """Every table of the service, by name."""
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").fetchall()
    return [str(row[0]) for row in found]


def counts(connection: Rows) -> dict[str, int]:
    """Rows of every table, as the connection's transaction sees them."""
    counted = {}
    for table in tables(connection):
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()
        assert row
        counted[table] = int(str(row[0]))
    return counted


def grants(connection: Rows) -> dict[str, str]:
    """What each role may do with each table: what a restore must never widen."""
    found = connection.execute(
        "SELECT grantee || ' ' || table_name, string_agg(privilege_type, ' ' ORDER BY privilege_type) "
        "FROM information_schema.role_table_grants WHERE table_schema = 'public' GROUP BY 1 ORDER BY 1"
    ).fetchall()
    return {str(who): str(what) for who, what in found}


def audit_head(connection: Rows) -> tuple[int, str]:
    """Position and link at the end of the audit chain; 0 and nothing where it is empty."""
    row = connection.execute("SELECT position, link FROM core_auditseal ORDER BY position DESC LIMIT 1").fetchone()
    if row is None:
        return 0, ""
    position, link = row
    assert isinstance(position, int) and isinstance(link, bytes | memoryview)
    return position, bytes(link).hex()
