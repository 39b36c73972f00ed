"""The words that say how a model works."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def known_methods() -> Mapping[str, str]:
    text = files("marketcross.statement.document").joinpath("methods.yaml").read_text(encoding="utf-8")
    return {name: " ".join(words.split()) for name, words in yaml.safe_load(text).items()}


def method_words(method: str) -> str:
    """What a reader needs to follow a computed figure; ``method`` is a page of docs/method without its ending."""
    return known_methods()[method]


def method_title(method: str) -> str:
    return method.replace("-", " ").capitalize()


def method_anchor(method: str) -> str:
    return f"method-{method}"
