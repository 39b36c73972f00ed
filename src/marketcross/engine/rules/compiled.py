"""A definition over columns: one loop that applies every rule to a row before it goes on to the next.

The loop is written from the definition. It runs as plain Python until a process has put as many rows through it as
compiling would have cost; then Numba compiles it, once. Where Numba is absent it stays plain: the same numbers, slower.
"""

import builtins
import marshal
import os
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from enum import EnumMeta
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from types import FunctionType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from marketcross.engine.rules.definition import Definition
from marketcross.engine.vocabulary.column import Cell, Column, Kind

Columns = Mapping[str, NDArray[np.generic]]
Results = dict[str, NDArray[Any]]

ROWS_WORTH_COMPILING = 250_000  # plain, they take about the seven seconds that compiling does
_ROWS_IN_A_BLOCK = 1 << 14  # enough to outweigh the call, few enough for the processor's cache
_BLOCKS_WORTH_THREADS = 4
_plain_rows: Counter[Definition] = Counter()
_compiled: set[Definition] = set()
_KEPT_AT: dict[Definition, str] = {}


def apply(definition: Definition, facts: Columns, settings: Mapping[str, int], rows: int) -> Results:
    """Every result for every row by name, as int64 arrays; yes and no as bool.

    ``facts`` are arrays of ``rows`` cells, int64 or bool; an absent column holds its default. ``settings`` has a whole
    number for every law value, policy choice and day of the definition.
    """
    out = _empty(definition, rows)
    values = [int(settings[name]) for name in definition.settings]
    _plain_rows[definition] += rows
    worth = _plain_rows[definition] >= ROWS_WORTH_COMPILING and find_spec("numba") is not None
    (_fast if worth or definition in _compiled else _plain)(definition, facts, values, out, rows)
    return out


def prepare(definition: Definition, kept_at: str | None = None) -> None:
    """Compile now, where somebody would otherwise wait later. Without Numba this does nothing.

    ``kept_at`` names a file that holds ``source(definition)``, under a name that has its ``fingerprint``: Numba keeps
    the machine code beside it, and the next process loads it in a third of a second.
    """
    if find_spec("numba") is None or definition in _compiled:
        return
    if kept_at:
        _KEPT_AT[definition] = kept_at
    _fast(definition, {}, [1] * len(definition.settings), _empty(definition, 1), 1)


def fingerprint(definition: Definition) -> str:
    """A digest of everything that is compiled: the loop, every function under it, and the compiler's version."""
    from numba import __version__

    digest = sha256(f"{source(definition)}{__version__}".encode())
    for each in definition.rules:
        _add_function(digest.update, each.function)
    return digest.hexdigest()[:20]


def _add_function(update: Callable[[bytes], None], function: Any) -> None:
    update(marshal.dumps(function.__code__))
    for name, thing in _named_in(function).items():
        if isinstance(thing, FunctionType):
            _add_function(update, thing)
        else:
            update(f"{name}={dict(thing.__members__) if isinstance(thing, EnumMeta) else thing}".encode())


def _empty(definition: Definition, rows: int) -> Results:
    flags = {name: definition.by_rule[name].flag for name in definition.results}
    return {name: np.zeros(rows, np.bool_ if flag else np.int64) for name, flag in flags.items()}


def _plain(definition: Definition, facts: Columns, values: list[int], out: Results, rows: int) -> None:
    cells = [facts[c.name].tolist() if c.name in facts else [c.default or 0] * rows for c in _counted(definition)]
    results: list[list[int]] = [[0] * rows for _ in out]
    _loop(definition)(rows, *cells, *values, *results)
    for column, found in zip(out.values(), results, strict=True):
        column[:] = found


def _fast(definition: Definition, facts: Columns, values: list[int], out: Results, rows: int) -> None:
    loop = _compiled_loop(definition)
    given = {c.name: np.ascontiguousarray(facts[c.name], _dtype(c)) for c in _counted(definition) if c.name in facts}

    def block(start: int) -> None:
        end = min(start + _ROWS_IN_A_BLOCK, rows)
        cells = [given[c.name][start:end] if c.name in given else _defaults(c) for c in _counted(definition)]
        loop(end - start, *cells, *values, *(column[start:end] for column in out.values()))

    starts = range(0, rows, _ROWS_IN_A_BLOCK)
    if len(starts) < _BLOCKS_WORTH_THREADS:
        for start in starts:
            block(start)
    else:
        with ThreadPoolExecutor(os.cpu_count()) as threads:  # the compiled loop holds no lock of the interpreter
            list(threads.map(block, starts))


@cache
def _counted(definition: Definition) -> tuple[Column, ...]:
    """The facts that rules may count with: all but text."""
    return tuple(column for column in definition.facts if column.kind is not Kind.TEXT)


def _dtype(column: Column) -> str:
    if column.kind is Kind.WORDS:
        return str(np.min_scalar_type(column.most_words))
    return "bool" if column.kind is Kind.FLAG else "int64"


def _defaults(column: Column) -> NDArray[np.generic]:
    return _block_of(column.default or 0, _dtype(column))


@cache
def _block_of(default: Cell, dtype: str) -> NDArray[np.generic]:
    """One block for all columns of the same default, so that what nobody gave stays in the processor's cache."""
    return np.full(_ROWS_IN_A_BLOCK, default, dtype)


def source(definition: Definition) -> str:
    """The loop as Python text: read a row's facts, apply the rules in their order, keep the results."""
    facts = [column.name for column in _counted(definition)]
    arguments = ["rows", *(f"{name}_column" for name in facts), *definition.settings]
    arguments += [f"{name}_results" for name in definition.results]
    lines = [f"def loop({', '.join(arguments)}):", "    for row in range(rows):"]
    lines += [f"        {name} = {name}_column[row]" for name in facts]
    lines += [f"        {each.name} = _{each.name}({', '.join(each.inputs)})" for each in definition.rules]
    lines += [f"        {name}_results[row] = {name}" for name in definition.results]
    return "\n".join(lines) + "\n"


def _made(definition: Definition, prepared: Callable[[Any], Any], file: str = "<rules>") -> FunctionType:
    names: dict[str, Any] = {f"_{each.name}": prepared(each.function) for each in definition.rules}
    names["__name__"] = __name__
    exec(compile(source(definition), file, "exec"), names)  # noqa: S102 - made of names that Definition has checked
    loop: FunctionType = names["loop"]
    return loop


@cache
def _loop(definition: Definition) -> Callable[..., None]:
    return _made(definition, lambda function: function)


@cache
def _compiled_loop(definition: Definition) -> Callable[..., None]:
    from numba import njit

    kept_at = _KEPT_AT.get(definition, "")
    made = _made(definition, _compilable, kept_at or "<rules>")
    compiled: Callable[..., None] = njit(nogil=True, error_model="numpy", cache=bool(kept_at))(made)
    _compiled.add(definition)
    return compiled


@cache
def _compilable(function: FunctionType) -> Any:
    """The same function with every function that it calls compiled too."""
    from numba import njit

    compiler: Any = njit  # its types do not know the two wrappers that an inner function can do without
    named = _named_in(function)
    called = {name: _compilable(thing) if isinstance(thing, FunctionType) else thing for name, thing in named.items()}
    fresh = FunctionType(
        function.__code__, {"__builtins__": builtins, "__name__": __name__, **called}, function.__name__
    )
    return compiler(no_cpython_wrapper=True, no_cfunc_wrapper=True, error_model="numpy", forceinline=True)(fresh)


def _named_in(function: FunctionType) -> dict[str, Any]:
    """What a function takes from its module: other functions, code lists and constants."""
    return {name: function.__globals__[name] for name in function.__code__.co_names if name in function.__globals__}
