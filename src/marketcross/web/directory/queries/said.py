"""What a service's codes and numbers say in words."""

from collections import defaultdict

from django.utils.translation import gettext as _

from marketcross.web.directory.models import Service
from marketcross.web.directory.vocabulary import DAYS, GROUPS


def price_words(service: Service) -> str:
    """What a session costs: "Free", "£3", "£12.50 a session", or "Ask what it costs"."""
    if service.price_pence is None:
        return _("Ask what it costs")
    return _("Free") if service.price_pence == 0 else _("%(price)s a session") % {"price": pounds(service.price_pence)}


def pounds(pence: int) -> str:
    """Pence as pounds: £3, £12.50."""
    whole, part = divmod(pence, 100)
    return f"£{whole:,}.{part:02d}" if part else f"£{whole:,}"


def place_words(service: Service) -> str:
    """Where it is, or whom it comes to."""
    places = [", ".join(filter(None, (p.name, p.address, p.postcode_id))) for p in service.places.all()]
    if places:
        return "; ".join(places)
    return _("By phone or online") if service.happens == Service.Happens.REMOTE else _("Comes to you")


def who_may_come(service: Service) -> str:
    """For whose homes it is."""
    if service.serves_everywhere:
        return _("Anybody, wherever they live")
    return _("People who live in %(areas)s") % {
        "areas": ", ".join(sorted(area.locality.name for area in service.areas.all()))
    }


def when_words(service: Service) -> str:
    """Its days by their hours: "Monday, Wednesday 10:00 to 12:00"."""
    days: dict[tuple[str, str, bool], list[str]] = defaultdict(list)
    for s in service.schedules.all():
        days[f"{s.opens_at:%H:%M}", f"{s.closes_at:%H:%M}", s.overnight].append(str(DAYS[s.day]))
    said = [
        (_("%(days)s %(from)s to %(to)s the next day") if overnight else _("%(days)s %(from)s to %(to)s"))
        % {"days": ", ".join(names), "from": opens, "to": closes}
        for (opens, closes, overnight), names in days.items()
    ]
    return "; ".join(said) or _("Times are agreed with you")


def group_words(service: Service) -> str:
    """Who it is for."""
    groups = ", ".join(str(GROUPS[group]) for group in GROUPS if group in service.groups)
    return f"{groups}. {ages}" if (ages := age_words(service)) else groups


def age_words(service: Service) -> str:
    """The ages it is for, or nothing."""
    youngest, oldest = service.minimum_age, service.maximum_age
    if youngest is not None and oldest is not None:
        return _("Age %(from)d to %(to)d") % {"from": youngest, "to": oldest}
    if youngest is not None:
        return _("Age %(from)d and over") % {"from": youngest}
    return _("Up to age %(to)d") % {"to": oldest} if oldest is not None else ""


def difference(step: str, *, eligible: bool) -> str:
    """What a condition says that a service does not meet; ``eligible``: people who live there may use it."""
    if step == "place":
        return _("It is further away.") if eligible else _("It does not say it is for your area. Ask first.")
    return {
        "price": _("It costs more, or does not say what it costs."),
        "direct_payments": _("It does not say that it takes direct payments."),
        "time": _("It is on at another time."),
        "group": _("It is meant for other people. Ask first."),
        "kind": _("It is another kind of thing."),
    }[step]


def distance(metres: int) -> str:
    """How far something is, as the crow flies: to the half mile, since roads are longer."""
    halves = round(metres / 804.672)
    if halves == 0:
        return _("very near")
    if halves == 2:
        return _("about 1 mile away")
    return _("about %(miles)s miles away") % {"miles": f"{halves // 2 or ''}{'½' * (halves % 2)}"}
