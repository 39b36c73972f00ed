"""What may go wrong with the database, said as what, why and what to do."""


class DatabaseProblem(Exception):
    """A sentence for the person at the terminal; never holds a password or a person's data."""
