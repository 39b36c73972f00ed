"""Made accounts for a demonstration: one for each role, with a password and codes that the sign-in page shows.

Nothing here works in production: the settings refuse the mode, and each function refuses it once more.
"""

import time
from datetime import UTC, date, datetime

from django.conf import settings
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from .actions import action, note
from .actor import SYSTEM, Actor
from .models import User
from .models.role import Role
from .users import give_role, make_user

PASSWORD = "market-cross-demo"  # noqa: S105 - shown on the sign-in page of a demonstration
SINCE = date(2026, 4, 1)

# One made name for each role; from syllables, so that none is anybody's.
NAMES = {
    Role.RESIDENT: "Merrin Talloway",
    Role.CARER: "Osbert Quenly",
    Role.REPRESENTATIVE: "Ilva Dunsterly",
    Role.PRACTITIONER: "Tamsel Orridge",
    Role.OUTSIDE_HELPER: "Perran Wickmoor",
    Role.LINK_WORKER: "Doria Haslebeck",
    Role.BROKER: "Quillan Marchbery",
    Role.FINANCE_OFFICER: "Sunniva Peltham",
    Role.PANEL_MEMBER: "Corvin Ashtree",
    Role.COMMISSIONER: "Elspry Vandrake",
    Role.ANALYST: "Lowen Birkhaven",
    Role.PROVIDER: "Jorunn Fallowmere",
    Role.MODERATOR: "Kerenza Thornby",
    Role.EDITOR: "Rafferic Holmsey",
    Role.AUDITOR: "Ysolde Crannock",
    Role.ADMINISTRATOR: "Bevis Underlock",
}


def refuse_elsewhere() -> None:
    """Made accounts have known passwords: never outside a demonstration or a test."""
    if settings.ENVIRONMENT.mode == "production":
        raise RuntimeError("demonstration accounts are never made in production")


@action("demo.second_factor_made")
def make_codes(*, by: Actor, at: datetime, user: User) -> None:
    """An authenticator for a made account; the sign-in page plays the telephone."""
    device = TOTPDevice.objects.create(user=user, name="demo", confirmed=True)
    note(user, second_factor="demo", device=device.pk)


def make_accounts() -> None:
    """One account for each role, where it is missing."""
    refuse_elsewhere()
    at = datetime.now(UTC)
    for role, name in NAMES.items():
        email = f"{role.replace('_', '-')}@demo.example"
        if User.objects.filter(email=email).exists():
            continue
        user = make_user(by=SYSTEM, at=at, email=email, name=f"{name} ({role.label})", password=PASSWORD)
        give_role(by=SYSTEM, at=at, user=user, role=role, starts_on=SINCE)
        make_codes(by=SYSTEM, at=at, user=user)


def code_of(user: User) -> str:
    """What the telephone of a made account would show now; nothing outside a demonstration."""
    device = TOTPDevice.objects.filter(user=user, name="demo").first()
    if settings.ENVIRONMENT.mode != "demo" or device is None:
        return ""
    clock = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    clock.time = time.time()
    if clock.t() <= device.last_t:  # a code is good once: show the next one
        clock.time += device.step
    return f"{clock.token():06d}"
