"""The files of advice: what is wrong is said with file and line, and nothing that the law sets is typed."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from marketcross.cli.advice import command
from marketcross.web.core.letters.letter import Heading, Letter, Paragraph, Points, Sender
from marketcross.web.directory.advice.content import content
from marketcross.web.directory.advice.loading import HERE, BadPagesError, read_folder
from marketcross.web.directory.advice.loading.written import WrittenPage

from ..test_reading_age import HARDEST, grade
from .advice_pages import A_PAGE, A_TOPIC, AT

SHIPPED = read_folder()
FILES = sorted(HERE.rglob("*.md"))
WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]*")
SPELT = "two|three|four|five|six|seven|eight|ten|twelve|fourteen|twenty|fifty"


def folder(tmp_path: Path, body: str = "Words.", easy: str = "Words.", **files: str) -> Path:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "topic.md").write_text(A_TOPIC, encoding="utf-8")
    page = A_PAGE.format(title="Made page", body=body, easy=easy)
    for name, text in ({"page": page} | files).items():
        (tmp_path / "made" / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def problems(place: Path) -> list[str]:
    with pytest.raises(BadPagesError) as caught:
        read_folder(place)
    return caught.value.problems


def said(page: WrittenPage, *, easy: bool) -> list[list[str]]:
    """The words of each sentence of a page, with the amounts of a day."""
    filled = content(page.body, page.easy, page.law, on=AT.date(), language=page.language)
    texts = [] if easy else [page.title, page.summary]
    for part in filled.easy if easy else filled.parts:
        texts += getattr(part, "items", None) or [getattr(part, "text", None) or part.label]  # type: ignore[union-attr]
    return [found for text in texts for s in re.split(r"[.!?:]\s", text) if (found := WORDS.findall(s))]


def test_there_are_pages_for_every_topic() -> None:
    assert len([page for page in SHIPPED.pages if page.language == "en"]) >= 18
    assert {page.topic for page in SHIPPED.pages} == {topic.slug for topic in SHIPPED.topics}
    assert [page.language for page in SHIPPED.pages].count("pl") == 1


@pytest.mark.parametrize("page", SHIPPED.pages, ids=lambda page: page.slug)
def test_a_page_has_two_to_five_hundred_words_an_easy_wording_and_a_review(page: WrittenPage) -> None:
    texts = [t for _, v in page.body for t in ([v] if isinstance(v, str) else v if isinstance(v, list) else v.values())]
    assert 200 <= sum(len(text.split()) for text in texts) <= 500
    assert page.easy and page.law is not None and page.review_due.year == 2027
    assert any(kind == "help" for kind, _ in page.body) or page.topic == "how-care-works"


@pytest.mark.parametrize("page", [p for p in SHIPPED.pages if p.language == "en"], ids=lambda page: page.slug)
def test_a_page_is_easy_to_read_and_its_easy_wording_easier(page: WrittenPage) -> None:
    whole, easy = grade(said(page, easy=False)), grade(said(page, easy=True))
    assert whole <= HARDEST and easy <= 5 and easy < whole, (whole, easy)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_number_that_the_law_sets_is_typed(path: Path) -> None:
    _, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    assert not re.search(r"£|\bpounds?\b|\bpence\b|\d%|per cent", body)
    assert set(re.findall(r"(?<![\w{])\d[\d,.]*\d(?!\w)", body)) <= {"999", "111"} | ages(body)
    assert not re.search(rf"\b(?:\d+|{SPELT}) (?:weeks|months)\b", body, re.IGNORECASE)


def ages(body: str) -> set[str]:
    """The one age that the label of an amount has to say, because the amount's name says it."""
    return {"25"} if "guarantee_single_25_or_over" in body else set()


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("One.\n\nYou have {{ uper_capital_limit }} left.", 11, "did you mean 'upper_capital_limit'?"),
        ("- a\n- {{ nothing_like_it }}", 10, "'marketcross law show' lists the names"),
        ("One {{ upper_capital_limit }}\nand {{ pension_credit_age }}.", 9, "no amount is named 'pension_credit_age'"),
        ("amount: lower_limit | It", 9, "no amount is named 'lower_limit'"),
        ("amount: lower_capital_limit", 9, "needs two parts with a bar"),
        ("help: tea | Find tea", 9, "no kind of support has the code 'tea'"),
        ("One.\n\nPay £23,250.", 11, "an amount is typed here"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, body: str, line: int, says: str) -> None:
    (found,) = problems(folder(tmp_path, body))
    assert found.startswith(f"made/page.md:{line}: ") and says in found


@pytest.mark.parametrize(
    ("text", "start", "says"),
    [
        ("No head.", "made/other.md:1: ", "must begin with a head"),
        ("---\ntitle: [\n---\nWords.", "made/other.md:", "the head is not YAML"),
        ("---\ntitle: T\ncolour: red\n---\nWords.", "made/other.md:3: ", "'colour' is not a known field"),
        ("---\ntitle: T\nreview due: soon\n---\nWords.", "made/other.md:3: ", "must be a day"),
        ("---\ntitle: T\nlanguage: xx\n---\nWords.", "made/other.md:3: ", "'xx' is no language here"),
        ("---\ntitle: T\nlaw: [Act]\n---\nWords.", "made/other.md:3: ", "cite, source, and verified"),
        ("---\ntitle: T\ntranslates: lost\n---\nWords.", "made/other.md:1: ", "which is no page of made"),
    ],
)
def test_a_bad_head_is_said_too(tmp_path: Path, text: str, start: str, says: str) -> None:
    found = problems(folder(tmp_path, other=text))
    assert any(problem.startswith(start) and says in problem for problem in found), found


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    place = folder(tmp_path, "{{ a }}\n\n{{ b }}", other="No head.")
    (place / "lost").mkdir()
    (place / "made" / "bytes.md").write_bytes(b"---\n\xff\n")
    found = problems(place)
    assert [problem.split(": ")[0] for problem in found] == [
        "lost/topic.md:1",
        "made/bytes.md:1",
        "made/other.md:1",
        "made/page.md:9",
        "made/page.md:11",
    ]


@pytest.mark.parametrize(("count", "fits"), [(14, True), (15, True), (16, False)])
def test_easy_read_has_short_sentences(tmp_path: Path, count: int, fits: bool) -> None:
    place = folder(tmp_path, easy=" ".join(["word"] * count) + ".")
    if fits:
        assert read_folder(place).pages[0].easy
    else:
        assert "more than 15 words" in problems(place)[0]


def test_markup_in_a_file_is_only_text(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script> *a* [b](c) {% now %}"
    page = read_folder(folder(tmp_path, f"{hostile}\n\n- {hostile}")).pages[0]
    assert page.body == [["paragraph", hostile], ["points", [hostile]]]


def test_words_are_read_as_blocks(tmp_path: Path) -> None:
    body = "# Head\nOne\ntwo\n- a\n  goes on\n- b\n\n1. first\n2. second\n\nhelp: transport | Find lifts"
    page = read_folder(folder(tmp_path, body)).pages[0]
    assert page.body == [
        ["heading", "Head"],
        ["paragraph", "One two"],
        ["points", ["a goes on", "b"]],
        ["steps", ["first", "second"]],
        ["help", {"category": "transport", "text": "Find lifts"}],
    ]


def test_easy_read_takes_no_steps(tmp_path: Path) -> None:
    assert "easy read has headings, paragraphs and points" in problems(folder(tmp_path, easy="1. One."))[0]


def test_the_command_checks_without_a_database(tmp_path: Path) -> None:
    fine = CliRunner().invoke(command, ["check"])
    assert fine.exit_code == 0 and f"{len(SHIPPED.pages)} pages" in fine.output
    bad = CliRunner().invoke(command, ["check", str(folder(tmp_path, "{{ no }}"))])
    assert bad.exit_code == 2 and "made/page.md:9: " in bad.output


def test_the_shipped_easy_wordings_print() -> None:
    from marketcross.web.core.letters.easy_read import lines_of

    for page in SHIPPED.pages:
        easy = content((), page.easy, (), on=AT.date(), language=page.language).easy
        lines = lines_of(Letter(page.title, (), Sender("", "", ""), easy=easy))
        assert all(isinstance(line, Heading | Paragraph | Points) for line in lines)
