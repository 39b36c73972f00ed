"""A folder of advice: a folder for each topic, in it ``topic.md`` and a file for each page."""

from dataclasses import dataclass
from pathlib import Path

from .file import page_of, topic_of
from .problems import BadPagesError
from .written import WrittenPage, WrittenTopic

HERE = Path(__file__).resolve().parent.parent / "pages"
TOPIC = "topic.md"


@dataclass(frozen=True, slots=True)
class WrittenFolder:
    """Topics and pages in their order; a page in another language comes after all that are in English."""

    topics: tuple[WrittenTopic, ...]
    pages: tuple[WrittenPage, ...]


def read_folder(folder: Path = HERE) -> WrittenFolder:
    """Everything that the folder says.

    :raises BadPagesError: with all that is wrong, in all files.
    """
    problems: list[str] = []
    topics: list[WrittenTopic] = []
    pages: list[WrittenPage] = []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        for path in sorted(place.glob("*.md")):
            file = str(path.relative_to(folder))
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                problems.append(f"{file}:1: is not UTF-8 at byte {error.start}; save it as UTF-8.")
                continue
            if path.name == TOPIC:
                topic, found = topic_of(file, place.name, text)
                topics.append(topic)
            else:
                page, found = page_of(file, place.name, path.stem, text)
                pages.append(page)
            problems += found
        if not (place / TOPIC).exists():
            problems.append(f"{place.name}/{TOPIC}:1: is missing: each topic has one, with title, summary and order.")
    problems += _lost(pages)
    if problems:
        raise BadPagesError(problems)
    ranks = {topic.slug: topic.order for topic in topics}
    pages.sort(key=lambda page: (bool(page.translates), ranks[page.topic], page.order, page.slug))
    return WrittenFolder(tuple(sorted(topics, key=lambda topic: (topic.order, topic.slug))), tuple(pages))


def _lost(pages: list[WrittenPage]) -> list[str]:
    there = {(page.topic, page.slug) for page in pages if not page.translates}
    return [
        f"{page.file}:1: translates '{page.translates}', which is no page of {page.topic}."
        for page in pages
        if page.translates and (page.topic, page.translates) not in there
    ]
