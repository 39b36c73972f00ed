"""Reads a whole pack, or says everything that is wrong with it."""

from pathlib import Path

from marketcross.statement.pack import Pack
from marketcross.statement.reading.claims import RELATIONS, read_relations
from marketcross.statement.reading.description import MODELS, PACK, read_description, read_models
from marketcross.statement.reading.files import Folder
from marketcross.statement.reading.listed_services import SERVICES, read_services
from marketcross.statement.reading.narrative import check_references, read_sections
from marketcross.statement.reading.printed_figures import (
    FIGURES,
    OMITTED,
    SOURCES,
    read_figures,
    read_omitted,
    read_sources,
)
from marketcross.statement.reading.problems import PackErrors, Problem, Problems, quoted
from marketcross.statement.reading.series import CLIENTS, POPULATION, RATES, read_series

REQUIRED = (PACK, SOURCES, FIGURES)
PEOPLE = "people.toml"  # read by `marketcross borough people` alone (ADR 0080)
KNOWN = (*REQUIRED, RELATIONS, SERVICES, OMITTED, MODELS, PEOPLE, POPULATION, RATES, CLIENTS)


def read_pack(path: str | Path) -> Pack:
    """The pack in this folder. Raises PackErrors, which holds all problems at once, each with file and line."""
    root = Path(path)
    if not _is_folder(root):
        name = quoted(str(path), mark="", longest=200)
        raise PackErrors((Problem(name, 1, "is not a folder: name the folder that holds pack.toml and figures.csv"),))
    problems = Problems()
    folder = Folder(root, problems)
    pack = _read(folder, root)
    problems.raise_any()
    return pack


def _is_folder(root: Path) -> bool:
    try:
        return root.is_dir()
    except (OSError, ValueError):  # a name too long, a folder above that is closed, a NUL byte in the name
        return False


def _read(folder: Folder, root: Path) -> Pack:
    _check_files(folder)
    about = read_description(folder)
    sources, source_names = read_sources(folder)
    figures, figure_names = read_figures(folder, source_names, about.area_code)
    models, model_names = read_models(folder, figure_names.lines)
    series = read_series(folder, source_names)
    sections = read_sections(folder)
    check_references(folder, sections, figure_names, model_names)
    places = {locality.id for locality in about.localities} | {about.area_code}
    return Pack(
        path=root,
        area_name=about.area_name,
        area_code=about.area_code,
        title=about.title,
        edition=about.edition,
        published=about.published,
        publisher=about.publisher,
        contact_email=about.contact_email,
        localities=about.localities,
        sources=sources,
        figures=figures,
        relations=read_relations(folder, figures, figure_names),
        population=series.population,
        rates=series.rates,
        clients=series.clients,
        services=read_services(folder, source_names, places),
        sections=sections,
        omitted=read_omitted(folder, source_names),
        models=models,
    )


def _check_files(folder: Folder) -> None:
    """A table whose name is mistyped would silently not count."""
    for file in (*folder.names("."), *folder.names("series")):
        if file.endswith((".csv", ".toml")) and file not in KNOWN:
            known = ", ".join(KNOWN)
            folder.problems.add(file, 1, f"is no file of a pack: rename or remove it (the files are {known})")
