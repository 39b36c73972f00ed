"""Reference pages in Markdown, made from the same definitions that compute: columns, rules, statutory values."""

from collections.abc import Iterable

from marketcross.engine.rules.definition import RESULT, Definition, Rule
from marketcross.engine.rules.explanation import said
from marketcross.engine.vocabulary.column import NO_DATE, Column, Kind
from marketcross.law.statute import DatedValue, Law, StatutoryValue

_WRITTEN = {
    Kind.MONEY: "pounds",
    Kind.COUNT: "whole number",
    Kind.FLAG: "yes or no",
    Kind.DATE: "date",
    Kind.CODE: "word",
    Kind.WORDS: "words",
    Kind.TEXT: "text",
}


def table_of(columns: Iterable[Column], *, results: bool = False) -> str:
    """A Markdown table of columns: name, what to write, what it is, and, for facts, the default."""
    head = ["column", "written as", "what it is"] + ([] if results else ["if left out"])
    rows = [[f"`{c.name}`", _written(c), c.description] + ([] if results else [_default(c)]) for c in columns]
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines) + "\n"


def _written(column: Column) -> str:
    if column.codes:
        several = "any of " if column.kind is Kind.WORDS else ""
        return several + ", ".join(f"`{word}`" for word in column.words)
    a_week = " a week" if column.unit == "pence_per_week" else ""
    return _WRITTEN[column.kind] + a_week


def _default(column: Column) -> str:
    if column.required:
        return "must be given"
    if column.kind in (Kind.TEXT, Kind.WORDS) or (column.kind is Kind.DATE and column.default == NO_DATE):
        return "none"
    if column.codes and column.default is not None:
        return f"`{column.codes(int(column.default)).name.lower()}`"
    return said(column.said(column.default or 0), "" if column.kind is Kind.FLAG else column.unit)


def page_of_rules(definition: Definition) -> str:
    """Every rule of a definition in order: what it says, where it is from, what it rests on, what it tells."""
    return "\n".join(_section(each, definition) for each in definition.rules)


def _section(each: Rule, definition: Definition) -> str:
    lines = [f"### {each.name}", "", each.about, "", f"- Rule: {each.cites}."]
    for kind, names in _grouped(each, definition).items():
        lines.append(f"- {kind}: " + ", ".join(f"`{name}`" for name in names) + ".")
    lines += [f"- Result: {_result(each)}."]
    told = [text for text in dict.fromkeys(each.says.values()) if text]
    if told:
        lines += ["", "It tells the person:", "", *(f"> {text.replace(RESULT, 'result')}\n" for text in told)]
    return "\n".join(lines).rstrip() + "\n"


def _grouped(each: Rule, definition: Definition) -> dict[str, list[str]]:
    """What a rule rests on, by where it comes from."""
    sources = {
        "Facts": definition.fact,
        "Statutory values": dict.fromkeys(definition.law),
        "Council's policy": definition.choice,
        "Days": {column.name: column for column in definition.days},
        "Earlier rules": definition.by_rule,
    }
    grouped = {kind: [name for name in each.inputs if name in names] for kind, names in sources.items()}
    return {kind: names for kind, names in grouped.items() if names}


def _result(each: Rule) -> str:
    if each.codes:
        return ", ".join(f"`{code.name.lower()}`" for code in each.codes)
    return "yes or no" if each.flag else each.unit.replace("_", " ") or "a day"


def page_of_law(law: Law) -> str:
    """Every statutory value with what it is over time, its source, and whether it was verified."""
    return "\n".join(_value(law[name]) for name in sorted(law))


def _value(statutory: StatutoryValue) -> str:
    lines = [f"### {statutory.name}", "", statutory.description, "", f"Rule: {statutory.rule}.", ""]
    lines += ["| from | until | value | source | verified |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {dated.start} | {dated.until} | {_dated(statutory.unit, dated)} |" for dated in statutory.values]
    return "\n".join(lines) + "\n"


def _dated(unit: str, dated: DatedValue) -> str:
    if dated.missing:
        return f"missing | {dated.missing} |"
    money = "£" if unit.startswith("pence") else ""
    after = "%" if unit == "percent" else "" if money or unit == "age_or_day" else f" {unit.replace('_', ' ')}"
    return f"{money}{dated.value}{after} | {dated.source} | {'yes' if dated.verified else 'not yet'}"
