"""One HTTP exchange with an ASGI application."""

import asyncio
import traceback
from collections import deque
from dataclasses import dataclass, field
from time import perf_counter

from .scope import http_scope

__all__ = ["MAX_RESPONSE_SIZE", "Request", "Response", "ResponseTooLarge", "exchange"]

MAX_RESPONSE_SIZE = 50 * 1024 * 1024
CHUNK_SIZE = 64 * 1024

# Seconds that an application has to end by itself once nobody listens any more.
GRACE = 1.0


class ResponseTooLarge(Exception):
    """A response that would take more memory than a page should."""


@dataclass(frozen=True)
class Request:
    """A request: upper-case method, absolute URL, header pairs, body."""

    method: str
    url: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""


@dataclass
class Response:
    """
    A response: header pairs as sent, and the milliseconds that it took.

    ``queries`` and ``raised`` are for who serves to fill in: how many queries of a database were
    made, and the exception that nothing handled, as data.
    """

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    duration: float = 0.0
    queries: int = 0
    raised: dict | None = None


async def exchange(application, request, max_size=MAX_RESPONSE_SIZE):
    """
    Return an application's whole response to a request.

    Raise what the application raises, ``BadRequest`` for a request that cannot be sent and
    ``ResponseTooLarge`` for a response of more than ``max_size`` bytes.
    """
    scope = http_scope(request.method, request.url, request.headers, len(request.body))
    started = perf_counter()
    response = Response()
    messages = deque(_body_messages(request.body))
    chunks = []
    size = 0
    complete = False
    over = asyncio.Event()
    too_large = asyncio.get_running_loop().create_future()

    async def receive():
        if messages:
            return messages.popleft()
        # A disconnect before the response is complete would make Django give none.
        await over.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        nonlocal complete, size
        if message["type"] == "http.response.start":
            response.status = message["status"]
            response.headers = [
                (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
                for name, value in message.get("headers", ())
            ]
        elif message["type"] == "http.response.body" and not complete:
            chunk = message.get("body", b"")
            size += len(chunk)
            if size > max_size:
                if not too_large.done():
                    too_large.set_result(None)
                # Nothing more is taken. The application is told so by `receive()`.
                await asyncio.Future()
            chunks.append(bytes(chunk))
            if not message.get("more_body", False):
                complete = True
                over.set()

    task = asyncio.create_task(application(scope, receive, send))
    try:
        await asyncio.wait({task, too_large}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        over.set()
        if not task.done():
            chunks.clear()
            await _end(task)
    if too_large.done():
        raise ResponseTooLarge(
            f"The response has more than {max_size // 1024**2} MB, which is too much for a page. "
            f"Return less of it, a page at a time for instance."
        )
    try:
        task.result()
    except BaseException:
        if not complete:
            raise
        # Too late to tell the client, as on any server.
        traceback.print_exc()
    if not complete:
        raise RuntimeError("The ASGI application ended without a complete response.")
    # HTTP has no body in these cases, whatever the application sent.
    bodiless = scope["method"] == "HEAD" or response.status in (204, 304)
    response.body = b"" if bodiless else b"".join(chunks)
    response.duration = (perf_counter() - started) * 1000
    return response


def _body_messages(body):
    for start in range(0, len(body) or 1, CHUNK_SIZE):
        end = start + CHUNK_SIZE
        yield {
            "type": "http.request",
            "body": body[start:end],
            "more_body": end < len(body),
        }


async def _end(task):
    """Let an application end that was told to, and make it when it does not."""
    await asyncio.wait({task}, timeout=GRACE)
    if not task.done():
        task.cancel()
        await asyncio.wait({task}, timeout=GRACE)
    if task.done() and not task.cancelled():
        # Asked for, so that asyncio does not report it as forgotten.
        task.exception()
