"""statement/*.md: the sections in the order of their file names, and whether every figure that they print exists."""

import re
from pathlib import PurePosixPath

from marketcross.statement.pack import Section
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.names import Names
from marketcross.statement.reading.problems import quoted

FOLDER = "statement"
REFERENCE = re.compile(r"\{\{([^{}\n]*)\}\}")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def read_sections(folder: Folder) -> tuple[Section, ...]:
    found: dict[str, Section] = {}
    for file in folder.names(FOLDER):
        text = folder.text(file) if file.endswith(".md") else None
        slug = slug_of(file)
        if text is None:
            continue
        if slug in found:
            folder.problems.add(
                file, 1, f"is a second section {slug!r} beside {found[slug].file}: rename one of the two"
            )
        found[slug] = Section(file, slug, text.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(found.values())


def slug_of(file: str) -> str:
    """The file's name without its leading number and its ending, fit for an address: ``10-who-this-is-for``."""
    slug = _NOT_IN_SLUG.sub("-", PurePosixPath(file).stem.lower()).strip("-")
    return slug.lstrip("0123456789").strip("-") or slug or "section"


def check_references(folder: Folder, sections: tuple[Section, ...], figures: Names, models: Names) -> None:
    """``{{ id }}`` names a figure or a model, ``{{ model.key }}`` a result of a model."""
    for section in sections:
        for number, line in enumerate(section.markdown.split("\n"), 1):
            for id in dict.fromkeys(found.strip() for found in REFERENCE.findall(line)):
                if figures.lack(id) and models.lack(id.partition(".")[0]):
                    message = (
                        f"prints {quoted(id)}, which {figures.file} does not hold: correct the id, or add the figure"
                    )
                    folder.problems.add(section.file, number, message)
            if "{{" in REFERENCE.sub("", line):
                folder.problems.add(section.file, number, "opens {{ without closing it: write {{ id }} on one line")
