"""Our own form templates: one GOV.UK form group for each field, everywhere."""

from django.forms.renderers import TemplatesSetting


class GovukRenderer(TemplatesSetting):
    """Renders every form of the service, without a form having to say so."""

    form_template_name = "core/parts/form.html"
    field_template_name = "core/parts/field.html"
