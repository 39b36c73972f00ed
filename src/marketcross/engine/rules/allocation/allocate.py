"""One door for both kinds of scheme, and the one place that refuses a scheme which must not be used."""

from marketcross.engine.rules.allocation.answers import Answers
from marketcross.engine.rules.allocation.points import score
from marketcross.engine.rules.allocation.reckoner import reckon
from marketcross.engine.rules.allocation.scheme import PointsScheme, Reckoner
from marketcross.engine.rules.allocation.sums import Sums


class ScaledSchemeError(ValueError):
    """The scheme is a what-if: nobody's sum may come from it."""


def allocate(scheme: Reckoner | PointsScheme, given: Answers) -> Sums:
    """The indicative sums of a table of people. Raises ScaledSchemeError for a what-if."""
    refuse_a_what_if(scheme)
    return tried(scheme, given)


def refuse_a_what_if(scheme: Reckoner | PointsScheme) -> None:
    """Raises ScaledSchemeError for a scheme that gives nobody a sum."""
    if scheme.status == "what_if":
        raise ScaledSchemeError(
            f"'{scheme.scheme}' is a what-if and gives nobody a sum. A personal budget must be enough to meet the "
            "person's needs (Care Act 2014, section 26), so prices held to a total are for comparison only: use "
            "'marketcross whatif'."
        )


def tried(scheme: Reckoner | PointsScheme, given: Answers) -> Sums:
    """What any scheme would give, what-ifs included: for comparison only."""
    return reckon(scheme, given) if isinstance(scheme, Reckoner) else score(scheme, given)
