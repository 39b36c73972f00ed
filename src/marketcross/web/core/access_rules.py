"""Who may use the core's own addresses."""

from django.conf import settings

from .access.rules import about, only, public, signed_in
from .models.role import Role
from .sign_in.directory_addresses import rules as directory_rules

RULES = {
    "core:home": public(),
    "core:health": public(),
    "core:ready": public(),
    "core:council_css": public(),
    "core:council_logo": public(),
    "core:sign_in": public(posts=600),  # a whole office shares one address; wrong tries are counted apart
    "core:ask_for_link": public(),
    "core:sign_in_by_link": public(),
    "core:second_step": public(posts=600),
    "core:second_factor": public(),
    "core:sign_out": public(),
    "core:resume": public(),
    "core:saved_work": public(),
    "core:forget_work": public(),
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
} | directory_rules(settings.ENVIRONMENT)
