"""
httpcore, and with it httpx.

Missing: sockets, which its pools of connections are made of. The browser has connections of its
own, and makes the requests.

Delete it when browsers let pages open sockets.
"""

import asyncio
from contextlib import aclosing

from .event_loop import NestedEventLoop
from .late import when_imported

__all__ = ["install"]


def install():
    """Put the stand-ins in place once a project imports httpcore."""
    when_imported("httpcore", _change)


def _change(httpcore):
    from . import web

    def read(request, body):
        url = request.url
        port = f":{url.port}" if url.port else ""
        host = url.host.decode()
        address = f"{url.scheme.decode()}://{host}{port}{url.target.decode()}"
        if url.scheme not in (b"http", b"https"):
            raise httpcore.UnsupportedProtocol(f"No browser is asked for {address}.")
        headers = [
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers
        ]
        return web.Request(request.method.decode(), address, headers, body)

    def write(answer, content):
        return httpcore.Response(
            answer.status,
            headers=[(name.encode("latin-1"), value.encode()) for name, value in answer.headers],
            content=content,
            extensions={"http_version": b"HTTP/1.1", "reason_phrase": answer.reason.encode()},
        )

    def ask_now(request, body):
        try:
            return web.ask_now(read(request, body), _timeout(request))
        except TimeoutError as error:
            raise httpcore.ReadTimeout(str(error)) from error
        except web.Refused as error:
            raise httpcore.ConnectError(str(error)) from error

    def handle_request(self, request):
        """Stand for ``ConnectionPool.handle_request``."""
        answer = ask_now(request, b"".join(request.stream))
        return write(answer, answer.body)

    async def handle_async_request(self, request):
        """Stand for ``AsyncConnectionPool.handle_async_request``."""
        body = b"".join([part async for part in request.stream])
        if isinstance(asyncio.get_running_loop(), NestedEventLoop):
            # Synchronous code waits for this, so JavaScript cannot be waited for.
            answer = ask_now(request, body)
            return write(answer, answer.body)
        try:
            async with asyncio.timeout(_timeout(request)):
                answer = await web.ask(read(request, body))
        except TimeoutError as error:
            raise httpcore.ReadTimeout("timed out") from error
        except web.Refused as error:
            raise httpcore.ConnectError(str(error)) from error
        if isinstance(answer.body, bytes):
            return write(answer, answer.body)
        return write(answer, parts(answer.body, _timeout(request)))

    async def parts(body, timeout):
        """Yield what comes; the browser stops once nobody wants more."""
        async with aclosing(body):
            while True:
                try:
                    async with asyncio.timeout(timeout):
                        part = await anext(body, None)
                except TimeoutError as error:
                    raise httpcore.ReadTimeout("timed out") from error
                except OSError as error:
                    raise httpcore.ReadError(str(error)) from error
                if part is None:
                    return
                yield part

    httpcore.ConnectionPool.handle_request = handle_request
    httpcore.AsyncConnectionPool.handle_async_request = handle_async_request


def _timeout(request):
    """Return the seconds that a request may take, or a part of its answer; ``None`` for ever."""
    return request.extensions.get("timeout", {}).get("read")
