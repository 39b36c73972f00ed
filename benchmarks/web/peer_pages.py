"""The peer's one page: Django admin's changelist of the audit, open to everybody so that only the list is measured."""

import time
from collections.abc import Callable

from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import path

Next = Callable[[HttpRequest], HttpResponse]


class Took:
    """Says how long a page took, as the service's own log does."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        response["X-Took-Ms"] = f"{(time.perf_counter() - started) * 1_000:.1f}"
        return response


class Everybody:
    """Whoever asks is a superuser."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.user = User(pk=1, username="bench", is_staff=True, is_superuser=True, is_active=True)
        return self.get_response(request)


class AuditEvent(models.Model):
    """The service's table, as it stands."""

    id = models.UUIDField(primary_key=True)
    recorded_at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    action = models.CharField(max_length=80)
    record_kind = models.CharField(max_length=80)
    record_id = models.CharField(max_length=64)
    field_names = ArrayField(models.CharField(max_length=80))

    class Meta:
        managed = False
        db_table = "core_auditevent"
        app_label = "auth"


class AuditAdmin(admin.ModelAdmin):
    """As our own list: the same columns, order and rows on a page."""

    list_display = ("recorded_at", "action", "actor_id", "record_kind", "record_id", "field_names")
    ordering = ("-recorded_at",)
    list_per_page = 25
    search_fields = ("action", "record_id")


admin.site.register(AuditEvent, AuditAdmin)
listed = AuditAdmin(AuditEvent, admin.site)
urlpatterns = [path("admin/audit/", lambda request: listed.changelist_view(request)), path("admin/", admin.site.urls)]
