"""Jobs, vacancies, people who leave, and shares of the workforce as people. docs/method/money-and-workforce.md."""

from marketcross.engine.projection.bounded import Bounded, monotone, multilinear, percent_of


def vacancies(jobs: Bounded, rate: Bounded) -> Bounded:
    """Jobs that nobody holds, where the rate is percent of all jobs, filled or not."""
    return percent_of(jobs, rate)


def above_comparator(jobs: Bounded, rate: Bounded, comparator: Bounded) -> Bounded:
    """How many more jobs are empty than if the rate were the comparator's."""
    return multilinear(lambda j, r, c: j * (r - c) / 100, jobs, rate, comparator)


def leavers(jobs: Bounded, vacancy_rate: Bounded, turnover_rate: Bounded) -> Bounded:
    """People who leave in a year, where turnover is percent of the jobs that are filled."""
    return monotone(lambda j, v, t: j * (100 - v) * t / 10_000, "+-+", jobs, vacancy_rate, turnover_rate)


def turnover(left: Bounded, jobs: Bounded, vacancy_rate: Bounded) -> Bounded:
    """People who left in a year as percent of the jobs that are filled."""
    return monotone(lambda n, j, v: 10_000 * n / (j * (100 - v)), "+-+", left, jobs, vacancy_rate)
