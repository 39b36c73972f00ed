"""The core's addresses."""

from django.urls import path

from .views import health, home

app_name = "core"
urlpatterns = [
    path("", home.home, name="home"),
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
]
