"""The addresses of the pathway."""

from django.urls import path

from . import views

app_name = "pathway"
urlpatterns = [
    path("what-matters", views.start, name="what_matters"),
    path("what-matters/answers", views.answers, name="answers"),
    path("what-matters/answers/to-print", views.answers_letter, name="answers_letter"),
    path("what-matters/answers.pdf", views.answers_pdf, name="answers_pdf"),
    path("what-matters/leaflet", views.leaflet, name="leaflet"),
    path("what-matters/leaflet.pdf", views.leaflet_pdf, name="leaflet_pdf"),
    path("what-matters/questions/<slug:name>", views.question, name="question"),
]
