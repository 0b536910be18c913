"""JavaScript beside Python, in the page: the modules are at hand since the site was started."""

import json

from django_playground import host

__all__ = ["arender", "render"]


def render(path, export, props):
    """Return what became of a call, as data."""
    return json.loads(host.render(path, export, props))


async def arender(path, export, props):
    """Return what became of a call, a promise waited for."""
    reply = render(path, export, props)
    return json.loads(await host.settle(reply["promise"])) if "promise" in reply else reply
