"""The outcomes of the eligibility regulations as a plan names them: ten for an adult, eight for a carer."""

from functools import cache

from marketcross.law.criteria import load_eligibility

from .models import Plan


@cache
def outcomes(of: str) -> dict[str, str]:
    """Code to plain words, in the regulations' order; ``of`` is ``adult`` or ``carer``."""
    law = load_eligibility()
    criteria = law.carer if of == Plan.Of.CARER else law.adult
    return {outcome.id: outcome.plain[0].upper() + outcome.plain[1:] for outcome in criteria.outcomes}
