"""Run the benchmarks: ``./run bench [NAME ...] [--full]``. Each is a folder with ``bench.py`` and ``run() -> dict``.

A benchmark checks first that both sides give equal results and then measures them in the same run. What it returns is
printed as JSON together with the machine, so that a figure in README.md can be followed.
"""

import json
import os
import platform
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def known() -> list[str]:
    return sorted(path.parent.name for path in HERE.glob("*/bench.py"))


def machine() -> dict[str, Any]:
    """What a reader needs to judge the figures; no host name."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
    }


def run(name: str) -> dict[str, Any]:
    sys.path.insert(0, str(HERE / name))
    try:
        spec = spec_from_file_location(f"bench_{name}", HERE / name / "bench.py")
        assert spec and spec.loader
        module = module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        result: dict[str, Any] = module.run()
        return result
    finally:
        sys.path.remove(str(HERE / name))


def main(words: list[str]) -> int:
    if "--full" in words:
        os.environ["MARKETCROSS_BENCH_FULL"] = "1"
    names = [word for word in words if not word.startswith("-")] or known()
    unknown = sorted(set(names) - set(known()))
    if unknown:
        print(f"No benchmark named {', '.join(unknown)}. There are: {', '.join(known())}", file=sys.stderr)
        return 2
    print(json.dumps({"machine": machine()}), flush=True)
    for name in names:
        print(json.dumps({name: run(name)}, default=str), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
