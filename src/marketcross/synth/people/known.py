"""The figures that a made population rests on, each file of ``facts/`` with its source and whether it was verified."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

AGES = 106  # 0 to 105: nobody made is older
ADULT = 18
OLDER = 65

Numbers = NDArray[np.float64]


@cache
def known(name: str) -> Mapping[str, Any]:
    """One file of facts, as it stands."""
    text = (resources.files(__package__) / "facts" / f"{name}.yaml").read_text(encoding="utf-8")
    content: Mapping[str, Any] = yaml.safe_load(text)
    return content


def by_age(first_ages: Sequence[int], values: Sequence[float]) -> Numbers:
    """A value for each single age from steps that hold from a first age on; 0 before the first."""
    steps = np.searchsorted(np.asarray(first_ages), np.arange(AGES), side="right") - 1
    return np.where(steps >= 0, np.asarray(values, dtype=np.float64)[steps], 0.0)


def percent_by_age(steps: Mapping[str, Sequence[float]], key: str = "percent") -> Numbers:
    """The same, from percent to a share of 1."""
    return by_age([int(age) for age in steps["first_ages"]], steps[key]) / 100


def is_verified(content: Any) -> bool:
    """Whether all that a file, or a part of it, says was read where its source says."""
    if isinstance(content, Mapping):
        return bool(content.get("verified", True)) and all(map(is_verified, content.values()))
    return not isinstance(content, list) or all(map(is_verified, content))
