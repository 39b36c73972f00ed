"""What may be said of a count that is published again."""


def change(before: int | None, now: int | None, *, threshold: int) -> int | None:
    """``now`` less ``before``, two shown counts; None where one is not shown, or fewer than the threshold came or went.

    None is said as 'about the same', or as nothing: it is a small count like any other.
    """
    if before is None or now is None or abs(now - before) < threshold:
        return None
    return now - before
