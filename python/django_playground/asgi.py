"""One HTTP exchange with an ASGI application."""

import asyncio
import traceback
from collections import deque
from dataclasses import dataclass, field
from time import perf_counter

from .scope import header_pairs, http_scope

__all__ = ["Exchange", "Request", "Response", "ResponseTooLarge", "exchange"]

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


async def exchange(application, request, max_size=MAX_RESPONSE_SIZE, *, state=None):
    """
    Return an application's whole response to a request.

    Raise what the application raises, ``BadRequest`` for a request that cannot be sent and
    ``ResponseTooLarge`` for a response of more than ``max_size`` bytes.
    """
    started = perf_counter()
    response = Response()
    chunks = []
    size = 0

    def start(status, headers):
        response.status, response.headers = status, headers

    async def take(chunk):
        nonlocal size
        size += len(chunk)
        if size > max_size:
            chunks.clear()
            conversation.leave()
        else:
            chunks.append(chunk)

    conversation = Exchange(request, start, take, state=state)
    await conversation.run(application)
    if size > max_size:
        raise ResponseTooLarge(
            f"The response has more than {max_size // 1024**2} MB, which is too much for a page. "
            f"Return less of it, a page at a time for instance."
        )
    response.body = b"".join(chunks)
    response.duration = (perf_counter() - started) * 1000
    return response


class Exchange:
    """One HTTP exchange with an application, which can be left before it is over."""

    def __init__(self, request, start, take, finish=lambda: None, *, state=None):
        """
        ``start(status, header pairs)`` is called first, then ``await take(chunk)`` for each part
        of the body, and while that waits, the application does; ``finish()`` once it was the last,
        after which the application may go on for a while. ``state`` is the lifespan's.

        Raise ``BadRequest`` for a request that cannot be sent.
        """
        self.complete = False
        self._scope = http_scope(request.method, request.url, request.headers, len(request.body))
        self._scope["state"] = dict(state or {})
        self._start = start
        self._take = take
        self._finish = finish
        self._messages = deque(_body_messages(request.body))
        self._status = None
        self._dropped = 0
        self._left = asyncio.get_running_loop().create_future()
        self._over = asyncio.Event()

    def leave(self):
        """Tell the application that nobody listens any more, and end it unless it ends itself."""
        if not self._left.done():
            self._left.set_result(None)

    async def run(self, application):
        """Return once the application has ended or was left; raise what it raises."""
        task = asyncio.create_task(application(self._scope, self._receive, self._send))
        try:
            await asyncio.wait({task, self._left}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._over.set()
            if not task.done():
                await _end(task)
        if self._left.done():
            return
        try:
            task.result()
        except BaseException:
            if not self.complete:
                raise
            # Too late to tell the client, as on any server.
            traceback.print_exc()
        if not self.complete:
            raise RuntimeError("The ASGI application ended without a complete response.")

    async def _receive(self):
        if self._messages:
            return self._messages.popleft()
        # A disconnect before the response is complete would make Django give none.
        await self._over.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message):
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._start(self._status, header_pairs(message))
        elif message["type"] == "http.response.body" and not self.complete:
            chunk = bytes(message.get("body", b""))
            # HTTP has no body in these cases, whatever the application sends.
            if self._scope["method"] == "HEAD" or self._status in (204, 304):
                self._dropped += len(chunk)
                if self._dropped > MAX_RESPONSE_SIZE:
                    self.leave()
            elif chunk:
                await self._take(chunk)
            if self._left.done():
                # Nothing more is taken. The application is told so by `receive()`.
                await asyncio.Future()
            if not message.get("more_body", False):
                self.complete = True
                self._over.set()
                self._finish()


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
