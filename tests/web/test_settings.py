"""An installation that is unsafe or mistyped does not start, and says why without saying a secret."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = {
    "MARKETCROSS_MODE": "production",
    "MARKETCROSS_SECRET_KEY": "one-of-two-made-secrets-" + "abcdefghijkmnopqrstuvwxyz0123456789",
    "MARKETCROSS_AUDIT_KEY": "c" * 50,
    "MARKETCROSS_HOSTS": "care.example.gov.uk",
    "MARKETCROSS_TLS": "proxy",
}
READ = "from marketcross.web.config.environment import environment; print(environment().mode)"


def start(folder: Path, program: str = READ, **changes: str | None) -> "subprocess.CompletedProcess[str]":
    """Start a process with the good production settings, changed."""
    chosen = {name: value for name, value in (GOOD | changes).items() if value is not None}
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MARKETCROSS_", "DATABASE_", "DJANGO_"))
    }
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, env=clean | chosen, capture_output=True, text=True)


def test_good_settings_start(tmp_path: Path) -> None:
    assert start(tmp_path).stdout == "production\n"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"MARKETCROSS_SECRET_KEY": None}, "MARKETCROSS_SECRET_KEY must be a secret of your own"),
        ({"MARKETCROSS_SECRET_KEY": "short"}, "50 characters or more"),
        ({"MARKETCROSS_AUDIT_KEY": "one-of-two-made-secrets-abcdefghijkmnopqrstuvwxyz0123456789"}, "must differ"),
        ({"MARKETCROSS_DEBUG": "true"}, "MARKETCROSS_DEBUG must not be on"),
        ({"MARKETCROSS_TLS": None}, "MARKETCROSS_TLS must be `proxy`"),
        ({"MARKETCROSS_HOSTS": "*"}, "MARKETCROSS_HOSTS must name"),
        ({"MARKETCROSS_HOSTS": ""}, "MARKETCROSS_HOSTS must name"),
        ({"MARKETCROSS_COUNCIL_COLOUR": "red;}body{display:none"}, "MARKETCROSS_COUNCIL_COLOUR: must be a colour"),
        ({"MARKETCROSS_MODE": "prod"}, "MARKETCROSS_MODE: Input should be"),
        ({"MARKETCROSS_COUNCIL_NAM": "x"}, "MARKETCROSS_COUNCIL_NAM is not a setting"),
        ({"DATABASE_URL": "postgresql://a:b@c/d"}, "DATABASE_OWNER_URL must stand beside DATABASE_URL"),
    ],
)
def test_unsafe_or_mistyped_settings_do_not_start(tmp_path: Path, changes: dict[str, str | None], says: str) -> None:
    done = start(tmp_path, **changes)
    assert done.returncode != 0 and says in done.stderr


def test_all_problems_are_said_at_once_and_no_secret_is(tmp_path: Path) -> None:
    said = start(
        tmp_path, MARKETCROSS_SECRET_KEY="hunter2hunter2", MARKETCROSS_DEBUG="true", MARKETCROSS_TLS=None
    ).stderr
    assert "SECRET_KEY" in said and "DEBUG" in said and "TLS" in said
    assert "hunter2" not in said


def test_every_setting_stands_in_the_example_file(repository: Path) -> None:
    from marketcross.web.config.environment import PREFIX, Environment

    example = (repository / ".env.example").read_text()
    names = [f.validation_alias or f"{PREFIX}{n.upper()}" for n, f in Environment.model_fields.items()]
    hidden = {"MARKETCROSS_DEBUG"}  # only for people who work on the code
    assert [name for name in names if str(name) not in example and name not in hidden] == []


def test_production_passes_djangos_own_deployment_check(tmp_path: Path) -> None:
    done = start(
        tmp_path,
        "from django.core.management import execute_from_command_line as run;"
        "run(['x', 'check', '--deploy', '--fail-level', 'WARNING'])",
        DJANGO_SETTINGS_MODULE="marketcross.web.config.settings",
        DATABASE_URL="postgresql://marketcross_app:x@db.invalid/m",
        DATABASE_OWNER_URL="postgresql://marketcross_owner:x@db.invalid/m",
        MARKETCROSS_DATA=str(tmp_path / "data"),
    )
    assert done.returncode == 0, done.stderr


def test_production_hashes_passwords_slowly(tmp_path: Path) -> None:
    done = start(
        tmp_path,
        "from django.conf import settings; print(settings.PASSWORD_HASHERS[0], settings.SESSION_COOKIE_SECURE)",
        DJANGO_SETTINGS_MODULE="marketcross.web.config.settings",
        DATABASE_URL="postgresql://marketcross_app:x@db.invalid/m",
        DATABASE_OWNER_URL="postgresql://marketcross_owner:x@db.invalid/m",
        MARKETCROSS_DATA=str(tmp_path / "data"),
    )
    assert "Argon2" in done.stdout and "True" in done.stdout
