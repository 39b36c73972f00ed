"""The addresses about the register."""

from django.urls import path

from . import views

ADDRESSES = [
    path("care-register", views.changes, name="register_changes"),
    path("care-register/to-match", views.to_match, name="to_match"),
    path("listings-to-check/<uuid:service>/care-register", views.match, name="match"),
    path("listings-to-check/<uuid:service>/care-register/not-theirs", views.deny, name="deny_match"),
]
