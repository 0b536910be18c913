"""
Streaming of synchronous iterators.

Missing: WSGI, under which ``runserver`` sends each part of a ``StreamingHttpResponse`` as its
iterator yields it. Under ASGI Django makes a list of a synchronous iterator first, so that one
without an end is never answered, and one that takes its time seems to hang.

So the iterator is gone through part by part, as if each were fetched on a thread.

Delete it when Django's ASGI handler does so.
"""

import asyncio

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse

__all__ = ["install"]

END = object()


async def _parts(response):
    """Stand for ``StreamingHttpResponse.__aiter__``."""
    if response.is_async:
        async for part in response.streaming_content:
            yield part
        return
    parts = response.streaming_content
    while (part := await sync_to_async(next)(parts, END)) is not END:
        yield part
        # Other requests have their turn, and the page may say that it has had enough.
        await asyncio.sleep(0)


def install():
    """Put the stand-in in place."""
    StreamingHttpResponse.__aiter__ = _parts
