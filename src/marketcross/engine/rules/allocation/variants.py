"""Variants of a scheme for comparison: other prices, or all prices scaled until the sums come to a total.

Each is marked as a what-if, which ``allocate`` refuses: nobody's sum comes from it.
"""

from collections.abc import Mapping

from marketcross.engine.rules.allocation.allocate import tried
from marketcross.engine.rules.allocation.answers import Answers
from marketcross.engine.rules.allocation.parts import Price, PriceRow
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner

_WHOLE = 100_000  # prices are scaled in hundred-thousandths


class UnknownPriceError(ValueError):
    """The scheme has no such price."""


def with_prices(scheme: Reckoner | PointsScheme, usual: Mapping[str, int]) -> Reckoner:
    """A ready reckoner with other usual prices, in pence by kind of support; its range is widened to hold them.

    Raises UnknownPriceError.
    """
    if not isinstance(scheme, Reckoner):
        raise UnknownPriceError(f"'{scheme.scheme}' has points and one table, and no prices of kinds of support.")
    unknown = [kind for kind in usual if kind not in scheme.prices]
    if unknown:
        raise UnknownPriceError(f"No price for {', '.join(unknown)}. The prices are {', '.join(scheme.prices)}.")
    prices = {kind: _repriced(price, usual.get(kind, price.usual)) for kind, price in scheme.prices.items()}
    return scheme.model_copy(update={"prices": prices, "status": "what_if"})


def _repriced(price: Price, usual: int) -> Price:
    least, _, most = price.ends
    return price.model_copy(update={"least": min(least, usual), "usual": usual, "most": max(most, usual)})


def held_to(scheme: Reckoner | PointsScheme, given: Answers, budget: int) -> Reckoner | PointsScheme:
    """The scheme with all prices scaled down alike so that the usual weekly sums come to at most ``budget`` pence.

    Where the budget is enough the prices stay as they are.
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
