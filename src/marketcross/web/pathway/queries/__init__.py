"""What others may ask of the pathway."""

from .evidence import PreferenceRow, WantToChoice, unmet_preferences, want_to_choice

__all__ = ["PreferenceRow", "WantToChoice", "unmet_preferences", "want_to_choice"]
