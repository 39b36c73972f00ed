"""An allocation scheme as a YAML, TOML or JSON file. Numbers are read as they are written, never through a float."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from marketcross.engine.rules.allocation import PointsScheme, Reckoner, SchemeError, as_data, scheme_from
from marketcross.law.criteria import load_eligibility

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class SchemeFileError(ValueError):
    """The file cannot be used: one line for each thing to mend, beginning with the file's name."""


def read_scheme(path: Path) -> Reckoner | PointsScheme:
    """Read a scheme and check it against its shape and the outcomes of the regulations. Raises SchemeFileError."""
    criteria = load_eligibility()
    outcomes = {
        "adult": [outcome.id for outcome in criteria.adult.outcomes],
        "carer": [outcome.id for outcome in criteria.carer.outcomes],
    }
    try:
        return scheme_from(_data(path), outcomes=outcomes)
    except SchemeError as error:
        raise SchemeFileError("\n".join(f"{path}: {place}: {what}" for place, what in error.findings)) from error


def write_scheme(path: Path, scheme: Reckoner | PointsScheme) -> None:
    """Write a scheme so that ``read_scheme`` gives it back. Raises SchemeFileError where the ending is not known."""
    if path.suffix.lower() not in _WRITERS:
        raise SchemeFileError(f"{path}: the ending must be one of {', '.join(_WRITERS)}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(_WRITERS[path.suffix.lower()](as_data(scheme)), encoding="utf-8")
    partial.replace(path)


def _data(path: Path) -> dict[str, Any]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise SchemeFileError(f"{path}: the ending must be one of {', '.join(_READERS)}.")
    try:
        data = reader(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SchemeFileError(f"{path}: there is no such file.") from error
    except UnicodeDecodeError as error:
        raise SchemeFileError(f"{path}: is not UTF-8 text (byte {error.start}).") from error
    except (yaml.YAMLError, tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        raise SchemeFileError(f"{path}: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        raise SchemeFileError(
            f"{path}: must hold a scheme, as docs/reference/schemas/allocation-scheme.schema.json says."
        )
    return data


def _yaml(text: str) -> Any:
    return yaml.load(text, _Loader)  # noqa: S506 - the base loader makes nothing but text, lists and mappings


def _toml(text: str) -> Any:
    return tomllib.loads(text, parse_float=str)


def _json(text: str) -> Any:
    return json.loads(text, parse_float=str)


_READERS: dict[str, Callable[[str], Any]] = {".yaml": _yaml, ".yml": _yaml, ".toml": _toml, ".json": _json}
_WRITERS: dict[str, Callable[[dict[str, Any]], str]] = {
    ".yaml": lambda data: yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=118),
    ".json": lambda data: json.dumps(data, indent=2, ensure_ascii=False) + "\n",
}
