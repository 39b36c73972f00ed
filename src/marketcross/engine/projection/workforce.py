"""Jobs, vacancies, people who leave, and shares of the workforce as people. docs/method/money-and-workforce.md."""

from marketcross.engine.projection.bounded import Bounded, monotone, multilinear, percent_of


def vacancies(jobs: Bounded, rate: Bounded) -> Bounded:
    """Jobs that nobody holds, where the rate is percent of all jobs, filled or not."""
    return percent_of(jobs, rate)


def above_comparator(jobs: Bounded, rate: Bounded, comparator: Bounded) -> Bounded:
    """How many more jobs are empty than if the rate were the comparator's."""
    return multilinear(lambda j, r, c: j * (r - c) / 100, jobs, rate, comparator)


def turnover(leavers: Bounded, jobs: Bounded, vacant: Bounded) -> Bounded:
    """People who left in a year as percent of the jobs that are filled."""
    return monotone(lambda left, all_jobs, empty: 100 * left / (all_jobs - empty), "+-+", leavers, jobs, vacant)
