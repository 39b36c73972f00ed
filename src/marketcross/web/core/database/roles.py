"""The three roles of the database, and what each may do.

``owner`` owns every table and runs migrations; ``app`` serves pages and may change neither the tables' shape nor the
audit; ``reader`` may only read, for reports and drills.
"""

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from psycopg import Connection, sql

DATABASE = "marketcross"
OWNER, APP, READER = "marketcross_owner", "marketcross_app", "marketcross_reader"
ROLES = (OWNER, APP, READER)


def new_passwords() -> dict[str, str]:
    """A fresh password for each role and for the superuser, which only prepares clusters."""
    return {name: secrets.token_urlsafe(32) for name in ("postgres", *ROLES)}


def keep_passwords(path: Path, passwords: Mapping[str, str]) -> None:
    """Write them so that only we can read them, whole or not at all."""
    beside = path.with_suffix(".new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(dict(passwords), file)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)


def make_roles(connection: Connection[tuple[object, ...]], passwords: Mapping[str, str]) -> None:
    """Make the roles and the database; what is there already is left."""
    for role in ROLES:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(passwords[role]))
        )
    connection.execute(sql.SQL("ALTER ROLE {} CREATEDB").format(sql.Identifier(OWNER)))
    make_database(connection, DATABASE)


def make_database(connection: Connection[tuple[object, ...]], name: str) -> None:
    """Make a database that belongs to the owner, if it is missing; nobody else may even connect unasked."""
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(sql.Identifier(name), sql.Identifier(OWNER))
    )
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
    for role in (APP, READER):
        connection.execute(
            sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(sql.Identifier(name), sql.Identifier(role))
        )


GRANTS = f"""
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {APP}, {READER};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public GRANT SELECT ON TABLES TO {READER};
"""


def grant(connection: Connection[tuple[object, ...]]) -> None:
    """Give app and reader what they may do with every table that the owner will make in this database."""
    connection.execute(GRANTS.encode())
