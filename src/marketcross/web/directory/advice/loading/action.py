"""Take the files over: make what is new, renew what nobody touched, and leave alone what an editor changed.

The rule: a file remembers what it said when it was last taken over. A page whose newest wording, draft or published,
still says exactly that was touched by nobody, and a newer file renews it. Any other page belongs to its editors.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from marketcross.web.core.actions import action, note
from marketcross.web.core.actor import Actor
from marketcross.web.directory.advice.models import AdviceIndex, AdvicePage, LoadedPage, Topic

from . import root
from .folder import WrittenFolder
from .standing import as_written
from .written import Blocks, WrittenPage, WrittenTopic, digest

Written = WrittenTopic | WrittenPage


@dataclass(slots=True)
class Outcome:
    """The files that became new pages, renewed one, were as they stand, or met an editor's own wording."""

    made: list[str] = field(default_factory=list)
    renewed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@action("advice.loaded")
def load_pages(*, by: Actor, at: datetime, folder: WrittenFolder) -> Outcome:
    """Take over topics and pages; done twice, the second changes nothing."""
    index, outcome = root.index(), Outcome()
    for written in (*folder.topics, *folder.pages):
        _take_over(index, written, outcome)
    note(index, made=len(outcome.made), renewed=len(outcome.renewed), kept=len(outcome.kept))
    return outcome


def _take_over(index: AdviceIndex, written: Written, outcome: Outcome) -> None:
    loaded, says = LoadedPage.objects.filter(file=written.file).first(), digest(written)
    if loaded is None:
        _begin(index, written, outcome)
        return
    page = loaded.page.specific if loaded.page else None
    if page is None or not page.live or digest(as_written(page)) != loaded.digest:
        outcome.kept.append(written.file)
    elif loaded.digest == says:
        outcome.unchanged.append(written.file)
    else:
        _publish(_filled(page, written))
        loaded.digest = says
        loaded.save(update_fields=["digest"])
        outcome.renewed.append(written.file)


def _begin(index: AdviceIndex, written: Written, outcome: Outcome) -> None:
    """Make the page of a file that is new, unless an editor already has one at its address, or took its topic away."""
    parent: Any = index if isinstance(written, WrittenTopic) else _topic(index, written)
    if parent is None or parent.get_children().filter(slug=written.slug).exists():
        outcome.kept.append(written.file)
        return
    page = _filled(Topic() if isinstance(written, WrittenTopic) else AdvicePage(), written)
    parent.add_child(instance=page)
    _publish(page)
    LoadedPage.objects.create(file=written.file, digest=digest(written), page=page)
    outcome.made.append(written.file)


def _topic(index: AdviceIndex, written: WrittenPage) -> Topic | None:
    return Topic.objects.child_of(index).filter(slug=written.topic).first()


def _filled(page: Any, written: Written) -> Any:
    page.title, page.draft_title, page.slug, page.summary = written.title, written.title, written.slug, written.summary
    if isinstance(written, WrittenPage):
        for name in ("search_words", "language", "reviewed_on", "review_due"):
            setattr(page, name, getattr(written, name))
        for name in ("body", "easy", "law"):
            setattr(page, name, _stream(getattr(written, name)))
        page.translates = AdvicePage.objects.filter(
            slug=written.translates, url_path__contains=f"/{written.topic}/"
        ).first() if written.translates else None  # fmt: skip
    return page


def _stream(blocks: Blocks) -> str:
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def _publish(page: Any) -> None:
    page.full_clean()
    page.save_revision(log_action=True).publish()
