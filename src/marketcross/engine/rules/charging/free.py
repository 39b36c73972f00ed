"""What is free, whoever receives it, and who is not charged at all."""

from enum import IntEnum

from marketcross.engine.rules.charging.facts import Nursing, Setting
from marketcross.engine.rules.definition import rule


class NotCharged(IntEnum):
    """Why somebody is not charged for any care."""

    NO = 0
    NHS_PAYS = 1
    CJD = 2
    CARER = 3


class Reablement(IntEnum):
    """Whether a week of reablement is free, and by what."""

    NONE = 0
    FREE_BY_LAW = 1
    FREE_BY_POLICY = 2
    CHARGED = 3


@rule(
    "Care Act 2014, sections 14 and 22; SI 2014/2672, regulation 4",
    codes=NotCharged,
    says={
        NotCharged.NHS_PAYS: "The NHS pays for all of your care (NHS continuing healthcare), so the council "
        "charges nothing.",
        NotCharged.CJD: "Nobody with Creutzfeldt-Jakob disease is charged for care and support.",
        NotCharged.CARER: "You receive this support as a carer, and the council does not charge carers.",
    },
)
def not_charged(nhs_continuing_healthcare: int, has_cjd: int, supported_as_carer: int, charges_carers: int) -> int:
    """Nobody is charged whose care the NHS pays, or who has CJD; nor is a carer, unless the council so decides."""
    if nhs_continuing_healthcare:
        return NotCharged.NHS_PAYS
    if has_cjd:
        return NotCharged.CJD
    if supported_as_carer and not charges_carers:
        return NotCharged.CARER
    return NotCharged.NO


@rule(
    "SI 2014/2672, regulation 3(2)(b)",
    codes=Reablement,
    says={
        Reablement.FREE_BY_LAW: "This is week {reablement_week} of your reablement. By law the first "
        "{free_reablement} are free.",
        Reablement.FREE_BY_POLICY: (
            "This is week {reablement_week} of your reablement. By law only the first {free_reablement} are free, "
            "but your council's policy makes {free_reablement_by_policy} free."
        ),
        Reablement.CHARGED: "This is week {reablement_week} of your reablement, and only the first "
        "{free_reablement} are free.",
    },
)
def reablement(reablement_cost: int, reablement_week: int, free_reablement: int, free_reablement_by_policy: int) -> int:
    """Intermediate care and reablement are free for the first weeks by law, and for longer only by local policy."""
    if reablement_cost == 0:
        return Reablement.NONE
    if reablement_week <= free_reablement:
        return Reablement.FREE_BY_LAW
    if reablement_week <= free_reablement_by_policy:
        return Reablement.FREE_BY_POLICY
    return Reablement.CHARGED


@rule(
    "Mental Health Act 1983, section 117; SI 2014/2672, regulation 3",
    says={
        0: "",
        ...: "{result} of the care is free whatever you own or earn: aftercare under the Mental Health Act, "
        "community equipment, "
        "or free weeks of reablement.",
    },
)
def free_services(aftercare_cost: int, equipment_cost: int, reablement_cost: int, reablement: int) -> int:
    """Section 117 aftercare, community equipment and free reablement are taken off before anything is charged."""
    free = aftercare_cost + equipment_cost
    if reablement == Reablement.FREE_BY_LAW or reablement == Reablement.FREE_BY_POLICY:
        free = free + reablement_cost
    return free


@rule(
    "NHS-funded nursing care; Care Act 2014, section 22",
    says={0: "", ...: "The NHS pays {result} to the nursing home towards your nursing, which comes off its fee."},
)
def nhs_pays_for_nursing(
    setting: int, funded_nursing_care: int, funded_nursing_care_standard: int, funded_nursing_care_higher: int
) -> int:
    """In a nursing home the NHS pays funded nursing care to the home; it is neither the person's income nor cost."""
    if setting != Setting.NURSING_HOME or funded_nursing_care == Nursing.NONE:
        return 0
    if funded_nursing_care == Nursing.HIGHER:
        return funded_nursing_care_higher
    return funded_nursing_care_standard


@rule(
    "Care Act 2014, section 14(4)",
    says="Your care costs {cost_of_care}. What can be charged for is {result}. You never pay more than that.",
)
def cost_to_charge(cost_of_care: int, free_services: int, nhs_pays_for_nursing: int) -> int:
    """A charge never exceeds what the care costs the council, less what is free and what the NHS pays."""
    return max(0, cost_of_care - free_services - nhs_pays_for_nursing)


@rule(
    "SI 2014/2672, regulation 3(2)(a)",
    unit="pence",
    aside=True,
    says={
        0: "",
        ...: "Your adaptation costs more than {minor_adaptation}, so it is not minor, and your council charges "
        "{result} for it once.",
    },
)
def adaptation_charge(adaptation_cost: int, minor_adaptation: int, charges_larger_adaptations: int) -> int:
    """A minor adaptation, which costs no more than the limit, is free; a council may charge for a larger one."""
    if adaptation_cost <= minor_adaptation or not charges_larger_adaptations:
        return 0
    return adaptation_cost


RULES = (not_charged, reablement, free_services, nhs_pays_for_nursing, cost_to_charge, adaptation_charge)
