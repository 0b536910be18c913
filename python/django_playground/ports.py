"""What goes on between pages and the site for longer than an answer, each by its number."""

from .stream import Stream
from .websocket import WebSocket

__all__ = ["Ports"]


class Ports:
    """Streams and WebSockets that are open, by the numbers that their ports have."""

    def __init__(self, post):
        """``post(port, message)`` is how a page is told."""
        self._post = post
        self._open = {}

    def stream(self, port, window, site, request):
        """Open a port for a response, and return a coroutine that sends it."""
        stream = self._opened(port, Stream, window)
        return self._serve(port, stream, site.stream(stream, request))

    def connect(self, port, window, site, scope):
        """Open a port for a WebSocket, and return a coroutine that serves it."""
        socket = self._opened(port, WebSocket, window)
        return self._serve(port, socket, site.connect(socket, scope))

    def deliver(self, port, message):
        """Pass on what a page says, for as long as somebody is there to be told."""
        if receiver := self._open.get(port):
            receiver.deliver(message)

    def _opened(self, port, kind, window):
        self._open[port] = kind(lambda message: self._post(port, message), window)
        return self._open[port]

    async def _serve(self, port, receiver, serving):
        try:
            await serving
        except BaseException as exception:
            receiver.fail(exception)
            raise
        finally:
            del self._open[port]
