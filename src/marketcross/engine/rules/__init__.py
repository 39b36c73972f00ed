"""Families of rules that do not know each other: eligibility, charging, allocation."""
