"""One WebSocket of an ASGI application."""

import asyncio
from collections import deque
from time import perf_counter

from .scope import header_pairs
from .window import Window

__all__ = ["SocketClosed", "WebSocket"]

INTERNAL_ERROR = 1011


class SocketClosed(OSError):
    """The application sends to a WebSocket that the page has closed."""


class WebSocket:
    """
    What an application and the page say to each other.

    The page is told by dictionaries as ``src/protocol/socket.ts`` has them, after one of kind
    ``head``.
    """

    def __init__(self, post, window, record=None):
        """
        ``post(message)`` is how the page is told; ``window`` bounds the bytes on their way.

        ``record`` says what the application did.
        """
        self.record = record
        self.accepted = False
        self.over = False
        self._post = post
        self._window = Window(window)
        self._incoming = deque([{"type": "websocket.connect"}])
        self._arrived = asyncio.Event()
        self._refusal = None
        self._told = False
        self._started = perf_counter()

    def deliver(self, message):
        """Take a message of the page."""
        kind = message["kind"]
        if kind == "taken":
            self._window.leave(message["bytes"])
        elif kind == "message":
            data = message["data"]
            name = "text" if isinstance(data, str) else "bytes"
            value = data if isinstance(data, str) else bytes(data)
            self._arrive({"type": "websocket.receive", name: value})
        elif kind == "close":
            self._close(message["code"], message["reason"])

    async def run(self, application, scope, state=None):
        """Return once the application has ended; raise what it raises."""
        scope = scope | {"state": dict(state or {})}
        try:
            await application(scope, self._receive, self._send)
        except SocketClosed:
            return
        if not self.accepted and not self.over:
            raise RuntimeError("The ASGI application ended without an answer to a WebSocket.")
        self._close(1000)

    def fail(self, exception):
        """Close it from the site's side because of an exception, which the page is not told."""
        if self.accepted:
            self._close(INTERNAL_ERROR)
        else:
            self._refuse(500)

    async def _receive(self):
        while not self._incoming:
            if self._told:
                raise RuntimeError("This WebSocket was closed, so nothing more can be received.")
            self._arrived.clear()
            await self._arrived.wait()
        message = self._incoming.popleft()
        if message["type"] == "websocket.receive":
            self._post({"kind": "taken", "bytes": _size(message)})
        elif message["type"] == "websocket.disconnect":
            self._told = True
        return message

    async def _send(self, message):
        kind = message["type"]
        if self.over:
            raise SocketClosed("The page has closed this WebSocket.")
        if kind == "websocket.accept" and not self.accepted:
            self.accepted = True
            self._head(101, header_pairs(message), message.get("subprotocol") or "")
        elif kind == "websocket.send" and self.accepted:
            await self._pass_on(message)
        elif kind == "websocket.close":
            if self.accepted:
                self._close(message.get("code") or 1000, message.get("reason") or "")
            else:
                self._refuse(403)
        elif kind == "websocket.http.response.start" and not self.accepted:
            self._refusal = message["status"], header_pairs(message)
        elif kind == "websocket.http.response.body" and self._refusal:
            if not message.get("more_body", False):
                self._refuse(*self._refusal)
        else:
            raise RuntimeError(f"A WebSocket in this state takes no message of type {kind!r}.")

    async def _pass_on(self, message):
        text = message.get("text")
        data = bytes(message["bytes"]) if text is None else text
        await self._window.enter(_size(message))
        if self.over:
            raise SocketClosed("The page has closed this WebSocket.")
        self._post({"kind": "message", "data": data})

    def _head(self, status, headers=(), protocol=""):
        self._post(
            {"kind": "head", "status": status, "headers": list(headers), "protocol": protocol}
        )

    def _refuse(self, status, headers=()):
        self._head(status, headers)
        self._close(1006)

    def _close(self, code, reason=""):
        if self.over:
            return
        self.over = True
        self._window.remove()
        self._arrive({"type": "websocket.disconnect", "code": code, "reason": reason})
        end = {
            "code": code,
            "reason": reason,
            "duration": (perf_counter() - self._started) * 1000,
        }
        if self.record:
            end |= {"queries": self.record.queries, "raised": self.record.raised}
        self._post({"kind": "end", "end": end})

    def _arrive(self, message):
        self._incoming.append(message)
        self._arrived.set()


def _size(message):
    """Return how many bytes a message has, as the page counts them."""
    text = message.get("text")
    return len(message["bytes"]) if text is None else len(text.encode())
