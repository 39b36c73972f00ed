"""The demonstration as each role meets it: every page that a page leads to opens, and none is shown that is closed."""

import re
from collections import deque
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from marketcross.web.config.demo import make_demo
from marketcross.web.core.demo import NAMES
from marketcross.web.core.models import User

KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
LINK = re.compile(r"""<a\b[^>]*\shref="([^"#]+)""")
MOST = 120  # pages for one role; an address is met once for each shape
ELSEWHERE = ("/cms/", "/sign-out", "/statements/", "/api/")


@pytest.fixture
def demonstration(db: None, settings: Any, tmp_path: Any) -> None:
    settings.DATA = tmp_path
    make_demo()


def shape(address: str) -> str:
    """An address without the keys in it: one record stands for all; each way to sort is another shape."""
    parts = urlsplit(address)
    sort = re.search(r"sort=[-\w]+", parts.query)
    return KEY.sub("KEY", parts.path) + (f"?{sort[0]}" if sort else "?" if parts.query else "")


def links_of(page: str, address: str) -> list[str]:
    found = [urljoin(address, link.replace("&amp;", "&")) for link in LINK.findall(page)]
    return [link for link in found if link.startswith("/") and not link.startswith(ELSEWHERE)]


def dead_ends(client: Client) -> list[tuple[str, str, int]]:
    """Each address that somebody is led to and cannot open: from where, where to, and what it answers."""
    waiting, met, dead = deque([("", "/")]), {"/"}, []
    while waiting and len(met) <= MOST:
        came_from, address = waiting.popleft()
        answer = client.get(address)
        if answer.status_code >= 400:
            dead.append((came_from, address, answer.status_code))
        elif answer.status_code == 200 and "html" in answer["Content-Type"] and not answer.streaming:
            for link in links_of(answer.content.decode(), address):
                if shape(link) not in met:
                    met.add(shape(link))
                    waiting.append((address, link))
    return dead


def test_nobody_is_led_to_a_page_that_does_not_open(demonstration: None) -> None:
    anybody, found = Client(), {}
    found["nobody"] = dead_ends(anybody)
    for role in NAMES:
        client = Client()
        client.force_login(User.objects.get(email=f"{role.replace('_', '-')}@demo.example"))
        found[role] = dead_ends(client)
    dead = [f"{role}: {KEY.sub('KEY', str(end))}" for role, ends in found.items() for end in ends]
    assert not dead, "\n".join(dead)
