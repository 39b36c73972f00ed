"""The addresses of publishing."""

from django.urls import path

from .views import answering, editions, gaps, managing, opportunities, statements

app_name = "publishing"
urlpatterns = [
    path("statements/", statements.statements, name="statements"),
    path("statements/<slug:slug>/", statements.statement, name="statement"),
    path("statements/<slug:slug>/<path:name>", statements.statement_file, name="statement_file"),
    path("evidence/<uuid:snapshot>", gaps.evidence, name="evidence"),
    path("opportunities", opportunities.opportunities, name="opportunities"),
    path("opportunities/<uuid:opportunity>", opportunities.opportunity, name="opportunity"),
    path("opportunities/<uuid:opportunity>/answer", answering.answer, name="answer"),
    path("gaps", gaps.gaps, name="gaps"),
    path("gaps/count", gaps.count, name="count"),
    path("gaps/<uuid:count>/opportunity", managing.make, name="make"),
    path("manage-opportunities", managing.every, name="opportunities_to_manage"),
    path("manage-opportunities/<uuid:opportunity>", managing.one, name="manage"),
    path("manage-opportunities/<uuid:opportunity>/change", managing.change, name="change"),
    path("manage-opportunities/<uuid:opportunity>/publish", managing.publish, name="publish"),
    path("manage-opportunities/<uuid:opportunity>/withdraw", managing.withdraw, name="withdraw"),
    path("manage-opportunities/<uuid:opportunity>/grant", managing.link_grant, name="link_grant"),
    path("editions", editions.editions, name="editions"),
    path("editions/<uuid:edition>", editions.edition, name="edition"),
    path("editions/<uuid:edition>/preview", editions.preview, name="preview"),
    path("editions/<uuid:edition>/publish", editions.publish, name="publish_edition"),
]
