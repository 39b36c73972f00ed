"""Pathway: from what matters to a person to their own plan. It begins with questions that need no account."""
