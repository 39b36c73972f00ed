"""The addresses of publishing."""

from django.urls import path

from . import views

app_name = "publishing"
urlpatterns = [
    path("statements/", views.statements, name="statements"),
    path("statements/<slug:slug>/", views.statement, name="statement"),
    path("statements/<slug:slug>/<path:name>", views.statement_file, name="statement_file"),
]
