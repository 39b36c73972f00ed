"""Many packs published beside each other, with a page that lists them. What did not change is not built again."""

from marketcross.statement.collection.building import build_all
from marketcross.statement.collection.outcome import Outcome
from marketcross.statement.collection.stamps import stamp

__all__ = ["Outcome", "build_all", "stamp"]
