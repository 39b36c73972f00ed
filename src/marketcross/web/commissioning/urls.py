"""The addresses of commissioning."""

from django.urls import path

from . import views

app_name = "commissioning"
urlpatterns = [
    path("grants", views.grants, name="grants"),
    path("your-grants", views.own_grants, name="own_grants"),
    path("your-grants/apply", views.apply, name="apply"),
    path("grants/<uuid:grant>", views.grant, name="grant"),
    path("grants/<uuid:grant>/decide", views.decide, name="decide"),
    path("grants/<uuid:grant>/paid", views.paid, name="paid"),
    path("grants/<uuid:grant>/what-came-of-it", views.tell, name="tell"),
]
