"""The addresses of people."""

from django.urls import path

from .views import adding, asking, auditing, correcting, facts, helping, mine, own, person, relating, restricting, team

app_name = "people"
urlpatterns = [
    path("people", mine.mine, name="mine"),
    path("people/add", adding.add, name="add"),
    path("people/reasons", asking.reasons, name="reasons"),
    path("people/reasons/<uuid:reason>", asking.reason_read, name="reason_read"),
    path("people/<uuid:person>", person.person, name="person"),
    path("people/<uuid:person>/ask", asking.ask, name="ask"),
    path("people/<uuid:person>/history/<slug:field>", correcting.history, name="history"),
    path("people/<uuid:person>/correct/<slug:field>", correcting.correct, name="correct"),
    path("people/<uuid:person>/relationships/add", relating.add, name="relationship_added"),
    path("people/<uuid:person>/relationships/<uuid:relationship>", relating.relationship, name="relationship"),
    path("people/<uuid:person>/capacity", facts.capacity, name="capacity"),
    path("people/<uuid:person>/liberty", facts.liberty, name="liberty"),
    path("people/<uuid:person>/liberty/<uuid:authorisation>", facts.liberty_ended, name="liberty_ended"),
    path("people/<uuid:person>/who-they-are", facts.equalities, name="equalities"),
    path("people/<uuid:person>/sharing", facts.sharing, name="sharing"),
    path("people/<uuid:person>/team", team.team, name="team"),
    path("people/<uuid:person>/who-looked", person.who_looked, name="who_looked"),
    path("people/<uuid:person>/restricted", restricting.restricted, name="restricted"),
    path("people/<uuid:person>/restricted/<uuid:named>", restricting.naming_ended, name="naming_ended"),
    path("people/<uuid:person>/shown-again", team.part_shown, name="part_shown"),
    path("my-record", own.record, name="my_record"),
    path("my-record/who-looked", own.looks, name="my_looks"),
    path("my-record/keep-back", own.parts, name="my_parts"),
    path("my-record/helpers", own.lendings, name="my_lendings"),
    path("my-record/helpers/<uuid:lending>", own.lending_ended, name="my_lending_ended"),
    path("helping", helping.helping, name="helping"),
    path("helping/<uuid:person>", helping.lent, name="lent"),
    path("staff/unusual", auditing.unusual, name="unusual"),
    path("staff/unusual/<uuid:reason>", auditing.read, name="unusual_read"),
]
