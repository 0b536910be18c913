"""A response that goes to the page piece by piece."""

from time import perf_counter

from .asgi import Exchange
from .window import Window

__all__ = ["Stream"]


class Stream:
    """
    One exchange, as messages between the site and the page.

    They are dictionaries as ``src/protocol/http.ts`` has them, after one of kind ``head``.
    """

    def __init__(self, post, window, record=None):
        """
        ``post(message)`` is how the page is told; ``window`` bounds the bytes on their way.

        ``record`` says what the exchange did.
        """
        self.record = record
        self.begun = False
        self._post = post
        self._window = Window(window)
        self._exchange = None
        self._left = False
        self._ended = False
        self._started = perf_counter()

    def deliver(self, message):
        """Take a message of the page."""
        if message["kind"] == "taken":
            self._window.leave(message["bytes"])
        elif message["kind"] == "abort":
            self._left = True
            self._window.remove()
            if self._exchange:
                self._exchange.leave()

    async def run(self, application, request, state=None):
        """Have an application respond; raise what it raises."""
        self._exchange = Exchange(request, self._start, self._take, self.end, state=state)
        if self._left:
            self._exchange.leave()
        await self._exchange.run(application)

    def fail(self, exception):
        """Break off a response that has begun."""
        if self.begun:
            self.end(exception)

    def end(self, exception=None):
        """Tell the page that nothing more comes, because of an exception where there is one."""
        if self._ended:
            return
        self._ended = True
        end = {"duration": (perf_counter() - self._started) * 1000}
        if self.record:
            end |= {"queries": self.record.queries, "raised": self.record.raised}
        message = {"kind": "end", "end": end}
        if exception:
            message["failure"] = {
                "code": "response-broken",
                "message": f"The response broke off: the site raised {type(exception).__name__} "
                f"({exception}). The console has the traceback.",
            }
        self._post(message)

    def _start(self, status, headers):
        self.begun = True
        self._post({"kind": "head", "status": status, "headers": headers})

    async def _take(self, chunk):
        await self._window.enter(len(chunk))
        if not self._left:
            self._post({"kind": "body", "bytes": chunk})
