"""A package whose sources lie beside a site that uses it."""

import django_filters

__all__ = ["SEARCH"]

SEARCH = django_filters.CharFilter(lookup_expr="icontains")
