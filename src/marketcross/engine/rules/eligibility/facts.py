"""What an assessor records of one person, as columns: judgements, and nothing about money.

One table may hold adults' assessments and carers'. A column that belongs to one kind is left empty for the other.
"""

from enum import IntEnum

from marketcross.engine.vocabulary.column import NO_DATE, Column, Kind


class Assessment(IntEnum):
    """Whose needs were assessed."""

    NEEDS = 0  # an adult's needs for care and support
    CARER = 1  # a carer's needs for support


class Judged(IntEnum):
    """What may be recorded of an outcome: able, each way of being unable that holds, or that it does not apply."""

    ABLE = 1
    NEEDS_HELP = 2
    PAIN_DISTRESS_ANXIETY = 4
    DANGER = 8
    TAKES_LONGER = 16
    DOES_NOT_APPLY = 32


class Outcome(IntEnum):
    """The adult's ten outcomes in the order of regulation 2(2), then the two that only carers have."""

    NUTRITION = 1
    HYGIENE = 2
    TOILET = 4
    CLOTHING = 8
    HOME_SAFETY = 16
    HABITABLE_HOME = 32
    RELATIONSHIPS = 64
    WORK = 128
    COMMUNITY = 256
    CARING_FOR_CHILD = 512
    CARING_FOR_OTHERS = 1024
    RECREATION = 2048


class Area(IntEnum):
    """The areas of well-being, in the order of section 1(2)."""

    DIGNITY = 1
    HEALTH = 2
    PROTECTION = 4
    CONTROL = 8
    PARTICIPATION = 16
    SOCIAL_ECONOMIC = 32
    FAMILY = 64
    ACCOMMODATION = 128
    CONTRIBUTION = 256


def _flag(name: str, description: str) -> Column:
    return Column(name, Kind.FLAG, description, default=False)


def _outcome(outcome: Outcome, description: str) -> Column:
    return Column(
        outcome.name.lower(), Kind.WORDS, f"{description}: judged as if no carer helped", default=0, codes=Judged
    )


FACTS = (
    Column("person", Kind.TEXT, "the council's own reference; never a name"),
    Column("assessment", Kind.CODE, "needs: an adult's own needs; carer: a carer's needs", codes=Assessment),
    Column("born", Kind.DATE, "date of birth: the criteria are for people of 18 or over"),
    _flag("impairment", "needs: they come from, or have to do with, an impairment or illness; regulation 2(1)(a)"),
    _flag("necessary_care", "carer: the needs come from giving necessary care to an adult; regulation 3(1)(a)"),
    _flag("health_at_risk", "carer: health is getting worse, or is at risk of it; regulation 3(2)(a)"),
    _outcome(Outcome.NUTRITION, "managing and maintaining nutrition"),
    _outcome(Outcome.HYGIENE, "needs: maintaining personal hygiene"),
    _outcome(Outcome.TOILET, "needs: managing toilet needs"),
    _outcome(Outcome.CLOTHING, "needs: being appropriately clothed"),
    _outcome(Outcome.HOME_SAFETY, "needs: making use of the home safely"),
    _outcome(Outcome.HABITABLE_HOME, "maintaining a habitable home"),
    _outcome(Outcome.RELATIONSHIPS, "developing and maintaining family or other personal relationships"),
    _outcome(Outcome.WORK, "work, training, education or volunteering"),
    _outcome(Outcome.COMMUNITY, "necessary facilities or services in the local community"),
    _outcome(Outcome.CARING_FOR_CHILD, "caring responsibilities for a child; does_not_apply without any"),
    _outcome(Outcome.CARING_FOR_OTHERS, "carer: care for other persons; does_not_apply without any"),
    _outcome(Outcome.RECREATION, "carer: recreational activities"),
    Column("significant_impact", Kind.FLAG, "there is, or is likely to be, a significant impact on well-being"),
    Column("areas", Kind.WORDS, "the areas of well-being affected; section 1(2)", default=0, codes=Area),
    Column("carer_meets", Kind.WORDS, "needs: outcomes that a carer meets today", default=0, codes=Outcome),
    _flag("fluctuates", "whether the level of need changes from time to time; regulations 2(4) and 3(4)"),
    Column("period_from", Kind.DATE, "the first day of the period looked at", default=NO_DATE),
    Column("period_until", Kind.DATE, "the day after the last day of the period looked at", default=NO_DATE),
    _flag("urgent", "needs: they look urgent; section 19(3)"),
    _flag("meet_anyway", "whether the council decides to meet needs that are not eligible; sections 19(1), 20(6)"),
)
