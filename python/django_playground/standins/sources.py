"""
The sources of what an exception went through.

Missing: the sources of Python's library and of the packages, which run as bytecode. They come when
someone is going to see them; until then they are listed but cannot be read.

So Django waits for them before it makes a debug page.

Delete it when the sources come with the bytecode.
"""

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.handlers import exception as handler
from django.http import Http404

__all__ = ["arrive", "install"]

# Those whose pages show no source.
PLAIN = (Http404, PermissionDenied)


async def _at_once():
    """Stand for the waiting where all sources are there."""


_wait = _at_once


def install(wait):
    """
    Let Django wait for sources before it shows an exception of a request.

    ``await wait()`` returns once they are there, or when they cannot be had.
    """
    global _wait
    _wait = wait
    handler.sync_to_async = _after_arrival


async def arrive():
    """Wait until there are sources for a traceback to show."""
    await _wait()


def _after_arrival(response_for_exception, **options):
    """Stand for ``sync_to_async`` as it is used by Django's exception handler."""
    respond = sync_to_async(response_for_exception, **options)

    async def respond_after_arrival(request, exception):
        if settings.DEBUG and not isinstance(exception, PLAIN):
            await arrive()
        return await respond(request, exception)

    return respond_after_arrival
