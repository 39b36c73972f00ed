"""The Commission's names of regulated activities and service types, as its files and its API write them."""

PERSONAL_CARE = "Personal care"
CARE_WITH_ACCOMMODATION = "Accommodation for persons who require nursing or personal care"

ACTIVITIES = (
    CARE_WITH_ACCOMMODATION,
    "Accommodation for persons who require treatment for substance misuse",
    "Assessment or medical treatment for persons detained under the Mental Health Act 1983",
    "Diagnostic and screening procedures",
    "Family planning",
    "Management of supply of blood and blood derived products",
    "Maternity and midwifery services",
    "Nursing care",
    PERSONAL_CARE,
    "Services in slimming clinics",
    "Surgical procedures",
    "Termination of pregnancies",
    "Transport services, triage and medical advice provided remotely",
    "Treatment of disease, disorder or injury",
)
ACTIVITY = {name.casefold(): name for name in ACTIVITIES}

# The directory's public names of the service types that adult social care uses; others are kept as they are written.
_PUBLIC_NAMES = {
    "nursing homes": "Care home service with nursing",
    "residential homes": "Care home service without nursing",
    "homecare agencies": "Domiciliary care service",
    "supported living": "Supported living service",
    "shared lives": "Shared Lives",
}
CARE_HOMES = {"Care home service with nursing", "Care home service without nursing"}


def service_type(written: str) -> str:
    """One name for a service type, whichever of its two names was written."""
    return _PUBLIC_NAMES.get(written.casefold(), written)
