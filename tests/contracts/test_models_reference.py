"""docs/reference/models.md shows every kind and every key, and none that the program does not know."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from marketcross.statement.models.asking import known_keys
from marketcross.statement.models.computing import Shared
from marketcross.statement.models.kinds import KINDS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "models.md").read_text(encoding="utf-8")
SHOWN = [model for block in re.findall(r"```toml\n(.*?)```", PAGE, re.S) for model in tomllib.loads(block)["model"]]
SHARED = known_keys(Shared)


def ids(value: Any) -> str:
    return str(value["kind"]) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize("model", SHOWN, ids=ids)
def test_an_example_uses_keys_that_there_are(model: dict[str, Any]) -> None:
    keys = known_keys(KINDS[model["kind"]].asked)
    assert set(model) - SHARED.keys() <= keys.keys()
    for name, value in model.items():
        for row in value if isinstance(value, list) else []:
            if isinstance(row, dict):
                assert set(row) <= known_keys(keys[name].rows).keys(), name


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_is_named(kind: str) -> None:
    section = next(part for part in re.split(r"^## ", PAGE, flags=re.M) if part.startswith(f"`{kind}`"))
    keys = known_keys(KINDS[kind].asked)
    nested = [name for key in keys.values() if key.rows for name in known_keys(key.rows)]
    shared_with = PAGE if kind == "benchmark_set" else section  # its indicators take the inputs of benchmark
    missing = [name for name in [*keys, *nested] if not re.search(rf"\b{name}\b", shared_with)]
    assert not missing


def test_every_kind_has_a_page_of_its_method() -> None:
    method = Path(__file__).resolve().parents[2] / "docs" / "method"
    assert all((method / f"{kind.method}.md").exists() for kind in KINDS.values())
    assert {model["kind"] for model in SHOWN} >= KINDS.keys()
