"""All findings about a pack, in the order of its files."""

from marketcross.statement.document.references import unprintable
from marketcross.statement.facts import facts_of
from marketcross.statement.lint.abbreviations import unknown_abbreviations
from marketcross.statement.lint.doubled import doubled_words
from marketcross.statement.lint.long_sentences import long_sentences
from marketcross.statement.lint.old_evidence import old_evidence
from marketcross.statement.lint.reading_age import too_hard
from marketcross.statement.lint.sections import missing_sections, unanswerable_opportunities
from marketcross.statement.lint.typed_numbers import typed_numbers
from marketcross.statement.lint.unused import unused_figures
from marketcross.statement.models import compute
from marketcross.statement.pack import Pack
from marketcross.statement.reading import PackErrors, Problem


def lint(pack: Pack) -> list[Problem]:
    """Every finding. Raises PackErrors where the statement could not be built at all."""
    models = compute(pack)
    facts = facts_of(pack, models)
    if problems := unprintable(pack, facts, models):
        raise PackErrors(tuple(sorted(problems)))
    found = [
        *missing_sections(pack),
        *unanswerable_opportunities(pack),
        *typed_numbers(pack),
        *doubled_words(pack, facts),
        *long_sentences(pack, one_word),
        *too_hard(pack, one_word),
        *unknown_abbreviations(pack),
        *unused_figures(pack),
        *old_evidence(pack),
    ]
    return sorted(found)


def one_word(id: str) -> str:
    """A printed figure counts as one word, however many it is said with."""
    return "1"
