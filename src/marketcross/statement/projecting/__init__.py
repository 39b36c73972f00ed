"""Everything that a pack's series allow to be projected: people with conditions, and people with services.

Projections are float64, written to the millionth and not rounded to whole people, so that they still add up; whoever
prints one rounds it then.
"""

from marketcross.statement.models.series import POPULATION
from marketcross.statement.pack import Pack
from marketcross.statement.projecting.clients import project_every_client
from marketcross.statement.projecting.demand import project_demand
from marketcross.statement.projecting.files import files_of
from marketcross.statement.projecting.projected import Projected
from marketcross.statement.reading.problems import PackErrors, Problem

__all__ = ["Projected", "files_of", "project_pack"]


def project_pack(pack: Pack, *, split_uniform: bool = False) -> Projected:
    """Raises PackErrors where bands do not line up, or where the pack has nothing to project."""
    if not pack.population:
        message = "is missing or has no rows, so nothing can be projected: add people by area, year, sex and age band"
        raise PackErrors((Problem(POPULATION, 1, message),))
    problems: list[Problem] = []
    demand, notes = project_demand(pack, split_uniform, problems)
    clients, more = project_every_client(pack, split_uniform, problems)
    if problems:
        raise PackErrors(tuple(sorted(set(problems))))
    return Projected(tuple(sorted(demand)), tuple(sorted(clients)), tuple(dict.fromkeys([*notes, *more])))
