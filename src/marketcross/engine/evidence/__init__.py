"""Figures as printed, the intervals that they stand for, how they must agree, and whether they do."""
