"""Who may use the core's own addresses."""

from .access.rules import about, only, public, signed_in
from .models.role import Role

RULES = {
    "core:home": public(),
    "core:health": public(),
    "core:ready": public(),
    "core:council_css": public(),
    "core:council_logo": public(),
    "core:sign_in": public(),
    "core:ask_for_link": public(),
    "core:sign_in_by_link": public(),
    "core:second_step": public(),
    "core:second_factor": public(),
    "core:sign_out": public(),
    "core:account": signed_in(),
    "core:stay": signed_in(),
    "core:kept": signed_in(),
    "core:uploads": only(*Role),
    "core:upload": about("upload", "upload", **dict.fromkeys(Role.values, "own")),
    "core:upload_removed": about("upload", "upload", **dict.fromkeys(Role.values, "own")),
    "core:style": public(),
    "core:audit": only(Role.AUDITOR),
    "core:rules": only(Role.AUDITOR, Role.ADMINISTRATOR),
    "core:messages": only(Role.ADMINISTRATOR, Role.AUDITOR),
    "core:message": only(Role.ADMINISTRATOR, Role.AUDITOR),
    "core:message_pdf": only(Role.ADMINISTRATOR, Role.AUDITOR),
    "core:failed_jobs": only(Role.ADMINISTRATOR),
    "core:job": only(Role.ADMINISTRATOR),
    "core:job_again": only(Role.ADMINISTRATOR),
}
