"""The place that pages are put in: the root of Wagtail's tree, our index, and the second reading above all of it."""

from django.conf import settings
from wagtail.models import Locale, Page, Workflow, WorkflowPage, WorkflowTask

from marketcross.web.directory.advice.models import AdviceIndex, SecondReading

READING = "Advice: somebody else reads it"


def index() -> AdviceIndex:
    """The index with its workflow, made where they are missing."""
    found = AdviceIndex.objects.first()
    if found is None:
        found = AdviceIndex(
            title="Information and advice",
            slug="advice",
            introduction="How care and support work, what they cost, and what you can do yourself.",
        )
        _root().add_child(instance=found)
        found.save_revision().publish()
    _read_by_another(found)
    return found


def _root() -> Page:
    """Wagtail makes the root when its tables are made; a database that was emptied has none."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


def _read_by_another(found: AdviceIndex) -> None:
    if WorkflowPage.objects.filter(page=found).exists():
        return
    task = SecondReading.objects.filter(name=READING).first() or SecondReading.objects.create(name=READING)
    workflow = Workflow.objects.filter(name=READING).first() or Workflow.objects.create(name=READING)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=found, workflow=workflow)
