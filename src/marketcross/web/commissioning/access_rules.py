"""Who may use the addresses of commissioning: an organisation its own grants, commissioners all of them."""

from marketcross.web.core.access.rules import about, only
from marketcross.web.core.models.role import Role

# Nobody decides about money for a group that they speak for themselves.
_DECIDES = about("small_grant", "grant", commissioner="other")

RULES = {
    "commissioning:grants": only(Role.COMMISSIONER, Role.FINANCE_OFFICER),
    "commissioning:own_grants": only(Role.PROVIDER),
    "commissioning:apply": only(Role.PROVIDER),
    "commissioning:grant": about(
        "small_grant", "grant", commissioner="own other", finance_officer="own other", provider="own"
    ),
    "commissioning:decide": _DECIDES,
    "commissioning:paid": about("small_grant", "grant", commissioner="other", finance_officer="other"),
    "commissioning:tell": about("small_grant", "grant", provider="own"),
}
