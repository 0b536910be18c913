"""The lifespan of an ASGI application, as far as it has one."""

import asyncio

__all__ = ["Lifespan", "StartupFailed"]


class StartupFailed(RuntimeError):
    """The application said that it cannot start."""


class Lifespan:
    """What an application does before the first request, and keeps for all of them."""

    def __init__(self, application):
        """Nothing is called yet."""
        self.state = {}
        self._application = application
        self._starting = None
        self._serving = None

    async def start(self):
        """
        Have the application start, once; later calls wait for the first.

        Raise ``StartupFailed``, or what the application raises while it starts. One that knows
        nothing of lifespans is let be.
        """
        if self._starting is None:
            self._starting = asyncio.ensure_future(self._start())
        await asyncio.shield(self._starting)

    async def _start(self):
        messages = asyncio.Queue()
        answer = asyncio.get_running_loop().create_future()
        knows = False

        async def receive():
            nonlocal knows
            knows = True
            return await messages.get()

        async def send(message):
            if not answer.done():
                answer.set_result(message)

        scope = {
            "type": "lifespan",
            "asgi": {"version": "3.0", "spec_version": "2.0"},
            "state": self.state,
        }
        messages.put_nowait({"type": "lifespan.startup"})
        self._serving = asyncio.create_task(self._application(scope, receive, send))
        await asyncio.wait({self._serving, answer}, return_when=asyncio.FIRST_COMPLETED)
        if answer.done():
            message = answer.result()
            if message["type"] == "lifespan.startup.failed":
                raise StartupFailed(message.get("message") or "The ASGI application did not start.")
        elif knows:
            self._serving.result()
        else:
            # Asked for, so that asyncio does not report it as forgotten.
            self._serving.exception()
