"""An HTTP exchange, answered by the handlers of ``wptserve`` as they are."""

import asyncio
import re
from contextlib import suppress

from .connection import Connection
from .stash import Stash  # noqa: F401, first, since wptserve imports it

# isort: split
from wptserve import handlers, pipes
from wptserve.request import Request
from wptserve.response import Response
from wptserve.utils import HTTPException

from .wrappers import wrap

__all__ = ["respond"]

HOST = "playground.localhost"

# A script that answers with the form it got; what it said last, by the page that sent it.
ECHO = "/FileAPI/file/resources/echo-content-escaped.py"
ECHOED = "/echoed"
echoes = {}


class Pauses:
    """The ``time`` of ``pipes``: how long to wait before the next piece of a body."""

    seconds = 0.0

    def sleep(self, seconds):
        self.seconds += seconds

    async def pass_by(self):
        seconds, self.seconds = self.seconds, 0.0
        await asyncio.sleep(seconds)


async def respond(scope, receive, send):
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        body += message.get("body", b"")
        more = message.get("more_body", False)
    connection = Connection(scope, body)
    if connection.host != HOST:
        await refuse(send)
        return
    request = Request(connection)
    request.server.config = connection.config
    response = Response(connection, request)
    leaving = asyncio.ensure_future(receive())
    leaving.add_done_callback(lambda task: connection.wfile.leave())
    sending = asyncio.ensure_future(connection.wfile.send(send))
    try:
        await answer(request, response)
        if response.writer.content_written:
            connection.wfile.end()
            await sending
        else:
            await send_response(request, response, send)
    finally:
        leaving.cancel()
        sending.cancel()
        with suppress(asyncio.CancelledError):
            await sending


async def refuse(send):
    """Answer for a host that is not the site's, as the network does in the frame."""
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b""})


async def answer(request, response):
    """Let the handler of the path make the response, or write it."""
    path = request.url_parts.path
    try:
        if path == ECHOED:
            response.content = echoes.pop(request.headers.get("Referer"), b"")
        elif path.endswith(".py"):
            await run_script(request, response)
            if path == ECHO:
                echoes[request.headers.get("Referer")] = response.content
        elif request.method not in {"GET", "HEAD"}:
            raise HTTPException(404)
        elif wrapper := wrap(request):
            response.headers.update(wrapper.headers)
            response.content = wrapper.content
        elif path.endswith(".asis"):
            handlers.as_is_handler(request, response)
        else:
            handlers.file_handler(request, response)
    except HTTPException as error:
        response.set_error(error.code, str(error))
    except Exception as error:
        response.set_error(500, repr(error))


async def run_script(request, response):
    """Run a script of the tests, whose pauses let other requests be answered meanwhile."""
    path = handlers.filesystem_path(None, request)
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    except OSError:
        raise HTTPException(404) from None
    if "time.sleep(" in source:
        source = source.replace("time.sleep(", "await asyncio.sleep(")
        source = re.sub(r"^def main\(", "async def main(", source, flags=re.MULTILINE)
    scope = {"__file__": path, "asyncio": asyncio}
    exec(compile(source, path, "exec"), scope)
    result = scope["main"](request, response)
    if asyncio.iscoroutine(result):
        result = await result
    # What a script returns is turned into a response by the tests' own code.
    handlers.FunctionHandler(lambda *_: result)(request, response)
    if result is None:
        handlers.wrap_pipeline(path, request, response)


async def send_response(request, response, send):
    status, headers = response.status[0], [*response.headers]
    content = response.content
    content = content.encode() if isinstance(content, str) else content
    names = {encoded(name).lower() for name, value in headers}
    if isinstance(content, bytes) and b"content-length" not in names:
        headers.append(("Content-Length", len(content)))
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (encoded(name).lower(), encoded(value))
                for name, value in headers
                if encoded(name).lower() not in {b"transfer-encoding", b"connection"}
            ],
        }
    )
    if request.method != "HEAD":
        pauses = pipes.time = Pauses()
        for piece in response.iter_content():
            await pauses.pass_by()
            piece = piece.encode() if isinstance(piece, str) else piece
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await pauses.pass_by()
    await send({"type": "http.response.body", "body": b""})


def encoded(value):
    return value if isinstance(value, bytes) else str(value).encode("latin-1")
