"""The SQL that docs/guides/install.md shows makes three roles as the embedded database has them."""

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from marketcross.web.core.database.supervisor import Server

NAME = "guide"  # in place of `marketcross`, whose roles this cluster has already


@pytest.fixture
def made(server: Server, root: Path) -> Iterator[dict[str, str]]:
    """A database made by the guide's words; a way to connect for each role."""
    blocks = re.findall(r"```sql\n(.*?)```", (root / "docs/guides/install.md").read_text(encoding="utf-8"), re.S)
    first, second = (block.replace("marketcross", NAME) for block in blocks)
    place = {"host": str(server.place.socket), "user": "postgres", "password": server.passwords["postgres"]}
    with psycopg.connect(**place, dbname="postgres", autocommit=True) as connection:
        for statement in first.split(";\n"):
            connection.execute(statement.encode())
        with psycopg.connect(**place, dbname=NAME, autocommit=True) as inside:
            inside.execute(second.encode())
        words = {"owner": "first", "app": "second", "reader": "third"}
        socket = f"host={server.place.socket} dbname={NAME}"
        yield {role: f"{socket} user={NAME}_{role} password={word}" for role, word in words.items()}
        connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)".encode())
        connection.execute(f"DROP ROLE {NAME}_owner, {NAME}_app, {NAME}_reader".encode())


def test_the_guides_roles_can_do_their_work_and_no_more(made: dict[str, str]) -> None:
    with psycopg.connect(made["owner"], autocommit=True) as owner:
        owner.execute("CREATE TABLE kept (id bigserial, number int)")
    with psycopg.connect(made["app"], autocommit=True) as app:
        app.execute("INSERT INTO kept (number) VALUES (1)")
        for statement in (b"CREATE TABLE other (id int)", b"DROP TABLE kept", b"TRUNCATE kept"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                app.execute(statement)
    with psycopg.connect(made["reader"], autocommit=True) as reader:
        assert reader.execute("SELECT number FROM kept").fetchall() == [(1,)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("INSERT INTO kept (number) VALUES (2)")
