"""Props: what JavaScript gets, as JSON."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

__all__ = ["PropsEncoder", "to_json"]


class PropsEncoder(DjangoJSONEncoder):
    """
    JSON of what views have at hand.

    Beside what Django's own encoder takes (dates, decimals, UUIDs, lazy texts), a query set is a
    list, and what has HTML, such as a form, is its HTML.
    """

    def default(self, o):
        if isinstance(o, QuerySet):
            return list(o)
        if hasattr(o, "__html__"):
            return o.__html__()
        return super().default(o)


def to_json(props, encoder=PropsEncoder):
    """Return props as JSON; raise ``TypeError`` that names what is none."""
    try:
        return json.dumps(props, cls=encoder, allow_nan=False)
    except (TypeError, ValueError) as error:
        found = _find(props, encoder, "", ())
        if found is None:
            raise
        place, value = found
        raise TypeError(
            f"JavaScript gets props as JSON, and {place or 'what was given'} is of the type "
            f"{type(value).__qualname__}, which cannot be written so ({error}). Pass something "
            "else for it, such as a dictionary, a list or a text."
        ) from error


def _find(value, encoder, place, around):
    """Return place and value of what is no JSON, or ``None``."""
    try:
        json.dumps(value, cls=encoder, allow_nan=False)
        return None
    except (TypeError, ValueError):
        pass
    if any(value is other for other in around):
        return place, value
    for part, child in _children(value, place):
        if found := _find(child, encoder, part, (*around, value)):
            return found
    return place, value


def _children(value, place):
    if isinstance(value, dict):
        for key, child in value.items():
            yield (f"{place}.{key}" if place else str(key)), child
    elif isinstance(value, list | tuple | QuerySet):
        for index, child in enumerate(value):
            yield f"{place}[{index}]", child
