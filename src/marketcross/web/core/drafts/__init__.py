"""Saved work of people without accounts, sealed under a resume code that only they hold.

The code is 80 random bits. From it come a locator, which finds the row, and a key, which opens it; neither can be had
from the other, and the code itself is stored nowhere. Lost code, lost draft: the page says so before it is saved.
"""
