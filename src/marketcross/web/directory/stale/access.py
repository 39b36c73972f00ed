"""Who may see what nobody has said to be right: the staff who check listings."""

from marketcross.web.core.access.rules import only
from marketcross.web.core.models.role import Role

RULES = {"directory:stale": only(Role.COMMISSIONER, Role.EDITOR)}
