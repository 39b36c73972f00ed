"""The reference pages and schemas of eligibility, made from the law's words, the rules and the columns."""

from collections.abc import Callable, Iterable

from marketcross.cli._made_pages import page, schema_of_rows
from marketcross.engine.rules.eligibility import ADULT, CARER, FACTS, result_columns
from marketcross.engine.rules.reference import page_of_rules, table_of
from marketcross.law.criteria import Criteria, Provision, load_eligibility


def _columns() -> str:
    law = load_eligibility()
    return page(
        "Eligibility: the law's words, and the columns",
        """What `marketcross eligibility` rests on, reads and writes. How it works, in prose:
[docs/method/eligibility.md](../method/eligibility.md). One by one: [eligibility-rules.md](eligibility-rules.md).
""",
        *_regulation("Adults", law.adult),
        *_regulation("Carers", law.carer),
        "## Areas of well-being\n",
        _provisions(law.areas),
        "## What follows from a decision\n",
        _provisions(law.follows),
        "## Old records\n",
        """Before 1 April 2015 councils used four bands. They are labels here and decide nothing; their wording was not
read in its source.
""",
        "\n".join(f"- `{band.id}`: {band.says}" for band in law.bands) + "\n",
        "## What an assessor records\n",
        "One row for each assessment. A column that belongs to one kind of assessment is left empty for the other.\n",
        table_of(FACTS),
        "## What comes out\n",
        """Rows that are incomplete or contradict themselves are not in the output: they stand in a file beside it,
named `<out>.rejected.csv`, with the row, the column, what is wrong and what would be right. The command then ends
with 2.
""",
        table_of(result_columns(law), results=True),
    )


_CODED = ", each with its code in the draft open standard for care needs assessments (SocialCareData, PUB05 1.0.0)"


def _regulation(title: str, criteria: Criteria) -> list[str]:
    blind = (criteria.carer_blind,) if criteria.carer_blind else ()
    return [
        f"## {title}\n",
        f"{criteria.law}, in force from {criteria.start}.\n",
        "All three conditions must be met:\n",
        _provisions(criteria.conditions),
        f"The {len(criteria.outcomes)} outcomes{_CODED if criteria.outcomes[0].code else ''}:\n",
        _provisions(criteria.outcomes),
        f"The {len(criteria.ways)} ways of being unable, each enough by itself. The person:\n",
        _provisions(criteria.ways),
        "And:\n",
        _provisions((criteria.fluctuating, *blind)),
    ]


def _provisions(provisions: Iterable[Provision]) -> str:
    rows = [
        f"| {_named(each)} | {each.cite} | {each.says} | {each.source} | {'yes' if each.verified else 'not yet'} |"
        for each in provisions
    ]
    return "\n".join(["| id | where | words | read at | verified |", "| --- | --- | --- | --- | --- |", *rows]) + "\n"


def _named(provision: Provision) -> str:
    """The id, with its code in the open standard for care needs assessments (PUB05, draft) where it has one."""
    return f"`{provision.id}` ({provision.code})" if provision.code else f"`{provision.id}`"


def _rules() -> str:
    return page(
        "Eligibility: the rules one by one",
        """In the order in which they are applied. The same functions decide for a table, explain one person, and make
this page.
""",
        "## Adults\n",
        page_of_rules(ADULT),
        "## Carers\n",
        page_of_rules(CARER),
    )


PAGES: dict[str, Callable[[], str]] = {
    "eligibility.md": _columns,
    "eligibility-rules.md": _rules,
    "schemas/eligibility-assessment.schema.json": lambda: schema_of_rows(
        "An assessment", "One row of the table that `marketcross eligibility` reads.", FACTS
    ),
    "schemas/eligibility-decision.schema.json": lambda: schema_of_rows(
        "A decision on eligibility",
        "One row of the table that `marketcross eligibility` writes.",
        result_columns(load_eligibility()),
    ),
}
