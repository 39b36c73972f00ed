"""Everything that writes to commissioning."""

from .grants import NotNow, apply_for_grant, decide_grant, note_paid, tell_what_came

__all__ = ["NotNow", "apply_for_grant", "decide_grant", "note_paid", "tell_what_came"]
