"""Age in whole years on a day."""

from datetime import date


def age_on(born: date, on: date) -> int:
    """Whole years lived. Someone born on 29 February is a year older on 1 March in a common year.

    An age is reached at the start of the birthday (Family Law Reform Act 1969, s9). Raises ValueError where the
    birth is after the day.
    """
    if born > on:
        raise ValueError(f"Born on {born}, which is after {on}.")
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def birthday(born: date, age: int) -> date:
    """The day on which someone reaches an age."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:  # 29 February in a common year
        return date(born.year + age, 3, 1)
