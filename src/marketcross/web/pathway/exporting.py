"""What the pathway holds about a person. The plans of one council are evidence to the next, not its own."""

from django.utils.translation import gettext_lazy as _

from marketcross.web.people.exporting import Goes, holds

DIRECTORY = "a key of this council's directory; the name is told"

holds("pathway.introduction", _("Introductions to a link worker"), goes=Goes.AS_CAME)
holds(
    "pathway.step", _("What was tried"), goes=Goes.AS_CAME, through="introduction__person",
    certain=("service_name",), left={"service": DIRECTORY},
)  # fmt: skip
holds("pathway.wellbeing", _("How it felt"), goes=Goes.AS_CAME, through="introduction__person")
holds(
    "pathway.plan", _("Plans"), goes=Goes.AS_CAME, left={"edition": "counts changes", "changed_by": "told by history"}
)
holds("pathway.planoutcome", _("What the plan is for"), goes=Goes.AS_CAME, through="plan__person", certain=("code",))
holds(
    "pathway.planline", _("Who does what in the plan"), goes=Goes.AS_CAME, through="outcome__plan__person",
    certain=("service_name",), left={"service": DIRECTORY},
)  # fmt: skip
holds(
    "pathway.planversion", _("Plans as they were agreed"), goes=Goes.AS_CAME, through="plan__person",
)  # fmt: skip
holds(
    "pathway.indicativebudget", _("Indicative budgets"), goes=Goes.AS_CAME, through="plan__person",
    certain=("scheme", "scheme_digest", "no_figure", "answers", "explanation"),
)  # fmt: skip
holds("pathway.unmeteligibleneed", _("Needs that are not met yet"), goes=Goes.AS_CAME, through="outcome__plan__person")
holds(
    "pathway.unmetpreference", _("Wanted and not found"), goes=Goes.AS_CAME,
    certain=("category", "locality", "group", "time", "price", "taken_instead"), left={"met_by": DIRECTORY},
)  # fmt: skip
holds("pathway.preferencenote", _("Notes beside what was wanted"), goes=Goes.AS_CAME, through="preference__person")
holds(
    "pathway.match", _("Services that could meet what was wanted"), goes=Goes.STAYS,
    through="preference__person", certain=("service_name",), left={"service": DIRECTORY},
)  # fmt: skip
