"""The addresses about feedback."""

from django.urls import path

from .views import checking, concerns, giving, own, withdrawing

ADDRESSES = [
    path("find-support/<uuid:service>/feedback", giving.give, name="give_feedback"),
    path("feedback/thank-you", giving.given, name="feedback_given"),
    path("feedback/how-we-check", giving.policy, name="feedback_policy"),
    path("feedback/yours", withdrawing.yours, name="your_feedback"),
    path("feedback/yours/withdraw", withdrawing.take_back, name="withdraw_feedback"),
    path("feedback-to-check", checking.to_check, name="feedback_to_check"),
    path("feedback-to-check/<uuid:feedback>", checking.one, name="feedback_one"),
    path("your-services/<uuid:service>/feedback", own.about_service, name="own_feedback"),
    path("your-services/feedback/<uuid:feedback>/reply", own.answer, name="reply_to_feedback"),
    path("safeguarding-concerns", concerns.concerns, name="concerns"),
    path("safeguarding-concerns/<uuid:feedback>", concerns.concern, name="concern"),
]
