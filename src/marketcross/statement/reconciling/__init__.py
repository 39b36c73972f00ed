"""What reconciliation found about a pack, as data and in words."""

from marketcross.statement.reconciling.as_data import reconcile_pack, reconciliation_json
from marketcross.statement.reconciling.in_words import in_words

__all__ = ["in_words", "reconcile_pack", "reconciliation_json"]
