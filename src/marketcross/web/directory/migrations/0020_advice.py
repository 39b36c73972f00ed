# Pages of information and advice: Wagtail page types, which file each was loaded from, and the second reading.

import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import marketcross.web.core.keys
import marketcross.web.directory.advice.amounts
import marketcross.web.directory.advice.blocks
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0001_start"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AdviceIndex",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("introduction", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "information and advice",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="SecondReading",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "second reading",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("summary", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "topic",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="LoadedPage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=marketcross.web.core.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("file", models.CharField(max_length=200, unique=True)),
                ("digest", models.CharField(max_length=64)),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AdvicePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.CharField(help_text="What the page tells, in one or two sentences.", max_length=300),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("paragraph", 1), ("points", 3), ("steps", 4), ("amount", 7), ("help", 10)],
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"icon": "title", "label": "Heading", "max_length": 120},
                            ),
                            1: ("wagtail.blocks.TextBlock", (), {"icon": "pilcrow", "label": "Paragraph"}),
                            2: ("wagtail.blocks.CharBlock", (), {"max_length": 400}),
                            3: ("wagtail.blocks.ListBlock", (2,), {"icon": "list-ul", "label": "Points"}),
                            4: ("wagtail.blocks.ListBlock", (2,), {"icon": "list-ol", "label": "Steps, in order"}),
                            5: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {"choices": marketcross.web.directory.advice.amounts.choices, "label": "Which amount"},
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "What it is, in plain words", "max_length": 200},
                            ),
                            7: (
                                "wagtail.blocks.StructBlock",
                                [[("name", 5), ("label", 6)]],
                                {"icon": "calculator", "label": "Amount that the law sets"},
                            ),
                            8: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": marketcross.web.directory.advice.blocks.categories,
                                    "label": "Kind of support",
                                },
                            ),
                            9: ("wagtail.blocks.CharBlock", (), {"label": "Words of the link", "max_length": 120}),
                            10: (
                                "wagtail.blocks.StructBlock",
                                [[("category", 8), ("text", 9)]],
                                {"icon": "group", "label": "Who can help: a link to the directory"},
                            ),
                        },
                        help_text="Never type an amount that the law sets: write {{ its_name }}, such as {{ upper_capital_limit }}.",
                    ),
                ),
                (
                    "easy",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("paragraph", 1), ("points", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"icon": "title", "label": "Heading", "max_length": 120},
                            ),
                            1: ("wagtail.blocks.TextBlock", (), {"icon": "pilcrow", "label": "Paragraph"}),
                            2: ("wagtail.blocks.CharBlock", (), {"max_length": 400}),
                            3: ("wagtail.blocks.ListBlock", (2,), {"icon": "list-ul", "label": "Points"}),
                        },
                        help_text="Short sentences, at most 15 words each. Best written with people who read easy read.",
                        verbose_name="easy read",
                    ),
                ),
                (
                    "law",
                    wagtail.fields.StreamField(
                        [("provision", 3)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Act or regulation", "max_length": 200}),
                            1: ("wagtail.blocks.CharBlock", (), {"label": "Where you read it", "max_length": 300}),
                            2: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "I compared the page with it", "required": False},
                            ),
                            3: (
                                "wagtail.blocks.StructBlock",
                                [[("cite", 0), ("source", 1), ("verified", 2)]],
                                {"icon": "doc-full", "label": "Law"},
                            ),
                        },
                        help_text="The law that the page rests on, and where you read it.",
                    ),
                ),
                (
                    "search_words",
                    models.CharField(blank=True, help_text="Other words that people look for it by.", max_length=500),
                ),
                (
                    "language",
                    models.CharField(choices=[("en", "English"), ("pl", "Polski")], default="en", max_length=10),
                ),
                ("reviewed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="reviewed on")),
                ("review_due", models.DateField(verbose_name="review due")),
                ("text", models.TextField(blank=True, editable=False)),
                (
                    "translates",
                    models.ForeignKey(
                        blank=True,
                        help_text="The page that this one says in another language.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="translations",
                        to="directory.advicepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "page of advice",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("language__in", ["en", "pl"])), name="advice_language_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("review_due__gt", models.F("reviewed_on"))), name="advice_due_after_review"
                    ),
                    models.UniqueConstraint(fields=("translates", "language"), name="advice_translated_once"),
                ],
            },
            bases=("wagtailcore.page",),
        ),
    ]
