"""Wagtail's place in the house: its own policy and access rule, its log copied to our audit."""
