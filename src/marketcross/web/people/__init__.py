"""People: the register. One record for each person, right, theirs, and seen by nobody else."""
