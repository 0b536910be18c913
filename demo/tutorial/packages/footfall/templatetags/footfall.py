from django import template

from footfall.models import Page

register = template.Library()


@register.simple_tag(takes_context=True)
def visits(context):
    """Return how often the page was read, this time included."""
    path = context["request"].path
    return sum(Page.objects.filter(path=path).values_list("visits", flat=True)) + 1
