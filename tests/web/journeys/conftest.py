"""A browser, the service on its real database, people to sign in, and what every page is held to."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import SYSTEM, Actor
from marketcross.web.core.models import User
from marketcross.web.core.users import give_role, make_user

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in this thread; our queries stay ordinary

AT, SINCE = datetime(2026, 11, 21, 9, tzinfo=UTC), date(2026, 1, 1)
PASSWORD = "three-crows-on-a-wall"
WIDTHS = (320, 1280)
AXE = Path(__file__).parents[3] / "assets" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PICTURES = os.environ.get("PICTURES")  # a folder: every page that is judged is also drawn there, to be looked at


def _chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that $CHROMIUM names."""
    found = _chromium()
    if found is None and not os.environ.get("CI"):
        pytest.skip("journeys need Chromium: install it, or set CHROMIUM to where it is")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Visit:
    """One browser of one person: its page, and everything that went wrong in it."""

    page: Page
    home: str
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(self.home + address)

    def hear(self, message: ConsoleMessage) -> None:
        """Chromium says here what our policy refused; that a page answered 404 is no complaint."""
        if message.type == "error" and "the server responded with a status" not in message.text:
            self.complaints.append(message.text)

    def tab_to(self, name: str, *, tags: str) -> None:
        """Press Tab until one of ``tags`` with this visible name has the focus, and see that it shows."""
        for _ in range(80):
            self.page.keyboard.press("Tab")
            tag, said = self.page.evaluate(
                """() => { const e = document.activeElement; const label = e.labels && e.labels[0];
                const text = label ? label.innerText : e.innerText || e.value || "";
                return [e.tagName, text.replace(/\\s+/g, " ").trim()] }"""
            )
            if tag in tags and said.startswith(name):
                assert self._focus_can_be_seen(), f"nothing shows that {said!r} has the focus"
                return
        raise AssertionError(f"no Tab leads to {name!r} on {self.page.url}")

    def _focus_can_be_seen(self) -> bool:
        return bool(
            self.page.evaluate(
                """() => { const s = getComputedStyle(document.activeElement);
                return s.outlineStyle !== "none" || s.boxShadow !== "none" ||
                  [...document.querySelectorAll("label")].some(l => l.control === document.activeElement) }"""
            )
        )

    def press(self, name: str, *, stays: bool = False) -> None:
        """Go to a link or button by Tab, and press Enter on it; ``stays``: no other page opens."""
        self.tab_to(name, tags="A BUTTON")
        if stays:
            self.page.keyboard.press("Enter")
        else:
            with self.page.expect_navigation():
                self.page.keyboard.press("Enter")

    def type(self, label: str, text: str) -> None:
        """Go to a field by Tab, and write in it."""
        self.tab_to(label, tags="INPUT TEXTAREA SELECT")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def judge(self, name: str) -> None:
        """What every page is held to: a heading, a title, nothing for axe, nothing wider than the screen."""
        assert self.page.locator("h1").count() == 1 and self.page.title().strip()
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            if PICTURES:
                Path(PICTURES).mkdir(exist_ok=True)
                self.page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{name} is {wide} wide on a screen of {width}"
            assert self._axe() == [], name
        assert self.complaints == [], name

    def _axe(self) -> list[Any]:
        self.page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
        found = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, preload: false})", TAGS
        )
        return [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found["violations"]]


Opener = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, live_server: Any, transactional_db: None) -> Iterator[Opener]:
    """Open a fresh browser: ``visit()``, or ``visit(script=False)`` for one that runs no script."""
    contexts = []

    def opened(*, script: bool = True, width: int = 1280) -> Visit:
        context = browser.new_context(
            java_script_enabled=script, viewport={"width": width, "height": 800}, locale="en-GB"
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        one = Visit(context.new_page(), live_server.url)
        one.page.on("console", one.hear)
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        return one

    yield opened
    for context in contexts:
        context.close()


@action("test.codes_made")
def _make_codes(*, by: Actor, at: datetime, user: User) -> None:
    TOTPDevice.objects.create(user=user, name="test", confirmed=True)
    note(user)


@pytest.fixture
def person(transactional_db: None) -> Callable[..., User]:
    """Make somebody with a role, a password and, unless ``codes=False``, an authenticator."""

    def made(role: str, *, codes: bool = True) -> User:
        user = make_user(by=SYSTEM, at=AT, email=f"{role}@example.org", name=f"Made {role.title()}", password=PASSWORD)
        give_role(by=SYSTEM, at=AT, user=user, role=role, starts_on=SINCE)
        if codes:
            _make_codes(by=SYSTEM, at=AT, user=user)
        return user

    return made


def code_of(user: User) -> str:
    """What the person's telephone shows now; a code counts once, so the next one is taken where this one was used."""
    device = TOTPDevice.objects.filter(user=user).latest("pk")
    used = device.last_t >= 0
    return f"{totp(device.bin_key, drift=1 if used else 0):06d}"


def sign_in(visit: Visit, user: User) -> None:
    """By keyboard alone: address, password, code."""
    visit.open("/sign-in")
    visit.type("Email address", user.email)
    visit.type("Password", PASSWORD)
    visit.press("Continue")
    visit.type("Code", code_of(user))
    visit.press("Sign in")
