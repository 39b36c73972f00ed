"""Everything an installation may set, typed, in one object, from the environment.

A missing, unknown or impossible setting stops the start with a sentence that names it and says what to do. Production
refuses what only a demonstration may have.
"""

import os
import re
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "MARKETCROSS_"
DEMO_SECRET = "demo-only-" + "not-a-secret-" * 4  # marked, so that production can refuse it
SHORTEST_SECRET = 50

# Names with the prefix that belong to ./run and the test suite, not to the service.
NOT_OURS = frozenset({"VENV", "BENCH_FULL"})
POLICIES = Path(__file__).resolve().parents[4] / "policies"  # the made examples that come with the project


CAN_BE_EMPTY = (
    "council_logo",
    "safeguarding_email",
    "virus_scan",
    "email_url",
    "notify_key",
    "notify_email_template",
    "notify_text_template",
    "oidc_issuer",
    "oidc_client_id",
    "oidc_client_secret",
)


class BadSettings(Exception):
    """All that is wrong with the settings, a sentence each."""


class Environment(BaseSettings):
    """The settings of one installation. See ``.env.example`` for what each is for."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    mode: Literal["demo", "test", "production"] = "demo"
    debug: bool = False
    secret_key: SecretStr = SecretStr(DEMO_SECRET)
    audit_key: SecretStr = SecretStr(DEMO_SECRET + "audit")
    hosts: Annotated[tuple[str, ...], NoDecode] = ("localhost", "127.0.0.1", "[::1]")
    tls: Literal["none", "proxy"] = "none"
    data: Path = Path("var")

    database_url: SecretStr | None = Field(None, validation_alias="DATABASE_URL")
    database_owner_url: SecretStr | None = Field(None, validation_alias="DATABASE_OWNER_URL")
    database_reader_url: SecretStr | None = Field(None, validation_alias="DATABASE_READER_URL")

    council_name: str = "Example Council"
    council_colour: str = "#1d4f6b"
    council_logo: Path | None = None
    contact_email: str = "adult.care@example.org"
    contact_phone: str = "01234 567890"
    urgent_phone: str = "01234 567891"
    safeguarding_email: str | None = None  # none: contact_email

    email_url: SecretStr | None = None
    email_from: str = "no-reply@example.org"
    notify_key: SecretStr | None = None
    notify_email_template: UUID | None = None
    notify_text_template: UUID | None = None
    notify_address: str = "https://api.notifications.service.gov.uk"
    oidc_issuer: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: SecretStr | None = None
    virus_scan: Path | None = None
    who_looked: Literal["names", "roles"] = "names"
    allocation_scheme: Path = POLICIES / "allocation" / "example-ready-reckoner.yaml"

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator(*CAN_BE_EMPTY, mode="before")
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("council_colour")
    @classmethod
    def _colour(cls, value: str) -> str:
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            raise ValueError("must be a colour such as #1d4f6b")
        return value.lower()

    @model_validator(mode="after")
    def _whole_groups(self) -> Self:
        """Settings that are of no use without one another stand together."""
        groups = (
            ("notify_key", "notify_email_template", "notify_text_template"),
            ("oidc_issuer", "oidc_client_id", "oidc_client_secret"),
        )
        for first, *others in groups:
            missing = [f"{PREFIX}{name.upper()}" for name in others if not getattr(self, name)]
            if getattr(self, first) and missing:
                raise ValueError(f"{PREFIX}{first.upper()} needs {' and '.join(missing)} beside it")
        return self

    @model_validator(mode="after")
    def _production_is_safe(self) -> Self:
        problems = list(_unsafe(self)) if self.mode == "production" else []
        if problems:
            raise ValueError("; ".join(problems))
        return self


def _unsafe(settings: Environment) -> list[str]:
    """Why production must not start with these settings."""
    problems = []
    for name in ("secret_key", "audit_key"):
        secret = getattr(settings, name).get_secret_value()
        if secret.startswith("demo-only-") or len(secret) < SHORTEST_SECRET:
            problems.append(
                f"{PREFIX}{name.upper()} must be a secret of your own, {SHORTEST_SECRET} characters or more"
            )
    if settings.secret_key == settings.audit_key:
        problems.append(f"{PREFIX}SECRET_KEY and {PREFIX}AUDIT_KEY must differ")
    if settings.debug:
        problems.append(f"{PREFIX}DEBUG must not be on")
    if settings.tls != "proxy":
        problems.append(f"{PREFIX}TLS must be `proxy`: people's data may only travel encrypted")
    if any(host in {"*", "localhost"} for host in settings.hosts) or not settings.hosts:
        problems.append(f"{PREFIX}HOSTS must name the addresses that people use")
    for name in ("oidc_issuer", "notify_address"):
        if not (getattr(settings, name) or "https://").startswith("https://"):
            problems.append(f"{PREFIX}{name.upper()} must be an https:// address")
    if settings.database_url and not settings.database_owner_url:
        problems.append("DATABASE_OWNER_URL must stand beside DATABASE_URL: migrations run as another role than pages")
    return problems


def _unknown() -> list[str]:
    known = {name.upper() for name in Environment.model_fields}
    named = {name.removeprefix(PREFIX) for name in os.environ if name.startswith(PREFIX)}
    return sorted(f"{PREFIX}{name} is not a setting; .env.example lists them all" for name in named - known - NOT_OURS)


@cache
def environment() -> Environment:
    """The settings of this process.

    :raises BadSettings: with a sentence for everything that is wrong, never with a secret's value.
    """
    problems = _unknown()
    try:
        settings = Environment()
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            name = PREFIX + str(problem["loc"][0]).upper() + ": " if problem["loc"] else ""
            problems.append(name + problem["msg"].removeprefix("Value error, "))
    if problems:
        raise BadSettings("Market Cross cannot start:\n  " + "\n  ".join(problems))
    return settings
