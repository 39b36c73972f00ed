"""Prices scaled until the sums come to a total: a what-if that shows what it would do, and never a scheme in use."""

from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.allocation.answers import Answers
from marketcross.engine.rules.allocation.scheme import PointsScheme, Price, PriceRow, Reckoner

_WHOLE = 100_000  # prices are scaled in hundred-thousandths


def held_to(scheme: Reckoner | PointsScheme, given: Answers, budget: int) -> Reckoner | PointsScheme:
    """The scheme with all prices scaled down alike so that the usual weekly sums come to at most ``budget`` pence.

    It is marked as a what-if, which ``allocate`` refuses. Where the budget is enough the prices stay as they are.
    """
    low, high = 0, _WHOLE
    while low < high:
        middle = (low + high + 1) // 2
        if _total(_scaled(scheme, middle, budget), given) <= budget:
            low = middle
        else:
            high = middle - 1
    return _scaled(scheme, low, budget)


def _total(scheme: Reckoner | PointsScheme, given: Answers) -> int:
    return int(tried(scheme, given).usual.sum())


def _scaled(scheme: Reckoner | PointsScheme, share: int, budget: int) -> Reckoner | PointsScheme:
    marks = {"status": "what_if", "held_to_budget": budget}
    if isinstance(scheme, Reckoner):
        prices = {name: _scaled_price(price, share) for name, price in scheme.prices.items()}
        ceiling = -(-scheme.no_figure_above * share // _WHOLE)
        return scheme.model_copy(update={"prices": prices, "no_figure_above": ceiling, **marks})
    rows = tuple(_scaled_row(row, share) for row in scheme.price_table)
    return scheme.model_copy(update={"price_table": rows, **marks})


def _scaled_price(price: Price, share: int) -> Price:
    least, usual, most = (end * share // _WHOLE for end in price.ends)
    return price.model_copy(update={"least": least, "usual": usual, "most": most})


def _scaled_row(row: PriceRow, share: int) -> PriceRow:
    ends = {end: getattr(row, end) * share // _WHOLE for end in ("least", "usual", "most")}
    return row.model_copy(update=ends)
