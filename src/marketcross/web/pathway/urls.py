"""The addresses of the pathway."""

from django.urls import path

from .views import introductions, needs, own, plans, wanting, what_matters, work, writing

app_name = "pathway"
PERSON = "support/<uuid:person>"
INTRODUCTION = f"{PERSON}/introductions/<uuid:introduction>"
PLAN = f"{PERSON}/plans/<uuid:plan>"
OUTCOME = f"{PLAN}/outcomes/<uuid:outcome>"
WANT = f"{PERSON}/wanted/<uuid:preference>"
OWN = "my-plan/<uuid:person>"

urlpatterns = [
    path("what-matters", what_matters.start, name="what_matters"),
    path("what-matters/answers", what_matters.answers, name="answers"),
    path("what-matters/answers/to-print", what_matters.answers_letter, name="answers_letter"),
    path("what-matters/answers.pdf", what_matters.answers_pdf, name="answers_pdf"),
    path("what-matters/leaflet", what_matters.leaflet, name="leaflet"),
    path("what-matters/leaflet.pdf", what_matters.leaflet_pdf, name="leaflet_pdf"),
    path("what-matters/questions/<slug:name>", what_matters.question, name="question"),
    path("my-next-things", work.my_work, name="work"),
    path("introductions/<uuid:introduction>/take", work.take, name="take"),
    path(PERSON, work.support, name="support"),
    path(f"{PERSON}/introduce", introductions.introduce, name="introduce"),
    path(INTRODUCTION, introductions.introduction, name="introduction"),
    path(f"{INTRODUCTION}/begin", introductions.begin, name="begin"),
    path(f"{INTRODUCTION}/try", introductions.try_something, name="try"),
    path(f"{INTRODUCTION}/steps/<uuid:step>", introductions.step, name="step"),
    path(f"{INTRODUCTION}/missing", wanting.from_introduction, name="missing"),
    path(f"{INTRODUCTION}/wellbeing/<slug:moment>", introductions.wellbeing, name="wellbeing"),
    path(f"{INTRODUCTION}/end", introductions.end, name="end_introduction"),
    path(WANT, wanting.preference, name="preference"),
    path(f"{WANT}/put", wanting.put, name="put"),
    path(f"{WANT}/matches/<uuid:match>", wanting.answer, name="match"),
    path(f"{WANT}/withdraw", wanting.withdraw, name="withdraw"),
    path(f"{PERSON}/plans/start", plans.start, name="start_plan"),
    path(PLAN, plans.plan, name="plan"),
    path(f"{PLAN}/agree", plans.agree, name="agree"),
    path(f"{PLAN}/agree-for-the-council", plans.agree_for_council, name="agree_for_council"),
    path(f"{PLAN}/reopen", plans.reopen, name="reopen"),
    path(f"{PLAN}/end", plans.end, name="end_plan"),
    path(f"{PLAN}/to-print", plans.to_print, name="plan_letter"),
    path(f"{PLAN}/plan.pdf", plans.pdf, name="plan_pdf"),
    path(f"{PLAN}/versions/<int:number>", plans.version, name="version"),
    path(f"{PLAN}/budget", writing.budget, name="suggest_budget"),
    path(f"{PLAN}/budgets/<uuid:budget>", plans.budget, name="budget"),
    path(f"{PLAN}/outcomes/add", writing.add_outcome, name="add_outcome"),
    path(OUTCOME, writing.outcome, name="outcome"),
    path(f"{OUTCOME}/take-out", writing.take_out_outcome, name="take_out_outcome"),
    path(f"{OUTCOME}/find", writing.find, name="find"),
    path(f"{OUTCOME}/lines/add", writing.add_line, name="add_line"),
    path(f"{OUTCOME}/wanted", wanting.from_plan, name="wanted"),
    path(f"{OUTCOME}/not-met", needs.open_need, name="open_need"),
    path(f"{PLAN}/lines/<uuid:line>/take-out", writing.take_out_line, name="take_out_line"),
    path(f"{PLAN}/lines/<uuid:line>/agreed", writing.agreed_with_service, name="agreed_with_service"),
    path(f"{PLAN}/needs/<uuid:need>/met", needs.meet_need, name="meet_need"),
    path(f"{PLAN}/needs/<uuid:need>/close", needs.close_need, name="close_need"),
    path("my-plan", own.mine, name="my_plan"),
    path(OWN, own.own, name="own"),
    path(f"{OWN}/link-worker", own.ask_for_link_worker, name="ask_for_link_worker"),
    path(f"{OWN}/plans/<uuid:plan>/agree", own.agree, name="own_agree"),
    path(f"{OWN}/plans/<uuid:plan>/to-print", own.to_print, name="own_letter"),
    path(f"{OWN}/plans/<uuid:plan>/plan.pdf", own.pdf, name="own_pdf"),
]
