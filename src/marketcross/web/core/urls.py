"""The core's addresses."""

from django.conf import settings
from django.urls import path

from .sign_in.directory_addresses import addresses
from .views import council, drafts, health, home, messages, sessions, sign_in, staff, uploads

app_name = "core"
urlpatterns = [
    path("", home.home, name="home"),
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("council.css", council.css, name="council_css"),
    path("council-logo", council.logo, name="council_logo"),
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-in/link", sign_in.ask_for_link, name="ask_for_link"),
    path("sign-in/link/<str:token>", sign_in.by_link, name="sign_in_by_link"),
    path("sign-in/code", sign_in.second_step, name="second_step"),
    path("sign-in/second-factor", sign_in.second_factor, name="second_factor"),
    *addresses(settings.ENVIRONMENT),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("session/stay", sessions.stay, name="stay"),
    path("session/kept", sessions.kept_form, name="kept"),
    path("resume", drafts.resume, name="resume"),
    path("saved/<slug:kind>", drafts.saved, name="saved_work"),
    path("saved/<slug:kind>/delete", drafts.forget, name="forget_work"),
    path("account", sign_in.account, name="account"),
    path("account/files", uploads.uploads, name="uploads"),
    path("account/files/<uuid:upload>", uploads.upload, name="upload"),
    path("account/files/<uuid:upload>/remove", uploads.upload_removed, name="upload_removed"),
    path("staff/audit", staff.audit, name="audit"),
    path("staff/jobs", staff.failed_jobs, name="failed_jobs"),
    path("staff/jobs/<int:job>", staff.job, name="job"),
    path("staff/jobs/<int:job>/again", staff.job_again, name="job_again"),
    path("staff/messages", messages.messages, name="messages"),
    path("staff/messages/<uuid:message>", messages.message, name="message"),
    path("staff/messages/<uuid:message>/letter.pdf", messages.message_pdf, name="message_pdf"),
    path("staff/rules", staff.rules, name="rules"),
    path("style", staff.style, name="style"),
]
