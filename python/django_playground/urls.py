"""The project's URL patterns, for whoever types an address."""

from django.contrib.admindocs import utils
from django.urls import URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern

__all__ = ["list_urls"]

# A list that nobody can read helps nobody, and a resolver may contain itself.
MOST = 500
DEEPEST = 10


def list_urls():
    """
    Return paths with their converters, e.g. ``/polls/<int:pk>/``, and names, in Django's order.

    An admin is one of them, however many pages it has.
    """
    urls = {}
    for path, name in _walk(get_resolver(), "/", (), DEEPEST):
        if len(urls) == MOST:
            break
        urls.setdefault(path, name)
    return [{"path": path, "name": name} for path, name in urls.items()]


def _walk(resolver, prefix, namespaces, depth):
    for pattern in resolver.url_patterns:
        path = prefix + _route(pattern.pattern)
        if not isinstance(pattern, URLResolver):
            yield path, ":".join([*namespaces, pattern.name]) if pattern.name else ""
            continue
        inside = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
        if pattern.app_name == "admin":
            yield path, ":".join([*inside, "index"])
        elif depth:
            yield from _walk(pattern, path, inside, depth - 1)


def _route(pattern):
    if isinstance(pattern, RegexPattern):
        return _readable(str(pattern))
    if isinstance(pattern, LocalePrefixPattern):
        return pattern.language_prefix
    return str(pattern)


def _readable(regex):
    """Return a regular expression as Django's own documentation of a site shows it."""
    regex = utils.remove_non_capturing_groups(regex)
    regex = utils.replace_unnamed_groups(utils.replace_named_groups(regex))
    return utils.replace_metacharacters(regex).removeprefix("/")
