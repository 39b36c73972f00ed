"""How wide each column of a table is on paper: by what it holds, so that every table fits its page."""

from marketcross.statement.document.blocks import Table, plain

WIDEST = 34  # characters; longer text wraps
MARK = 5  # a note beside a number
GAP = 2


def widths(table: Table) -> list[int]:
    """Shares of the page, in characters: the longest word or number of a column, and more where its text is long."""
    return [
        _width([table.columns[i], *(plain(row[i].runs) for row in table.rows)], table.numeric[i])
        for i in _columns(table)
    ]


def _columns(table: Table) -> range:
    return range(len(table.columns))


def _width(texts: list[str], numeric: bool) -> int:
    longest_word = max((len(word) for text in texts for word in text.split()), default=1)
    longest = max(map(len, texts if not numeric else texts[1:] or [""]))
    return max(longest_word, min(longest, WIDEST)) + GAP + (MARK if numeric else 0)
