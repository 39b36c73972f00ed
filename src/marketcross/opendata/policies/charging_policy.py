"""A council's charging policy as a file: YAML, TOML or JSON."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from marketcross.engine.rules.charging import Policy, PolicyError, policy_from

_READERS: dict[str, Callable[[str], Any]] = {
    ".yaml": yaml.safe_load,
    ".yml": yaml.safe_load,
    ".toml": tomllib.loads,
    ".json": json.loads,
}


def read_charging_policy(path: Path) -> Policy:
    """Read a policy. Raises PolicyError with everything that is wrong, each line beginning with the file."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise PolicyError(f"{path}: the ending must be one of {', '.join(_READERS)}.")
    try:
        document = reader(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, tomllib.TOMLDecodeError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"{path}: cannot be read: {error}") from error
    if not isinstance(document, dict):
        raise PolicyError(f"{path}: must hold fields: title, council, source, until, charging.")
    try:
        return policy_from(document)
    except PolicyError as error:
        raise PolicyError("\n".join(f"{path}: {problem}" for problem in str(error).splitlines())) from error
