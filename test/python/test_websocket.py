"""WebSockets of tiny ASGI applications."""

import asyncio
import unittest

from django_playground.scope import websocket_scope
from django_playground.websocket import SocketClosed, WebSocket

ACCEPT = {"type": "websocket.accept"}


class Page:
    """The page's side of a socket."""

    def __init__(self, application, window=100):
        self.told = []
        self._arrived = asyncio.Event()
        self._socket = WebSocket(self._post, window)
        scope = websocket_scope("ws://localhost/", [], ["one", "two"])
        self.running = asyncio.create_task(self._socket.run(application, scope))

    def _post(self, message):
        self.told.append(message)
        self._arrived.set()

    async def next(self, kind):
        """Return the next message of a kind."""
        while True:
            for message in self.told:
                if message["kind"] == kind:
                    self.told.remove(message)
                    return message
            self._arrived.clear()
            await asyncio.wait_for(self._arrived.wait(), 5)

    def say(self, kind, **values):
        """Send a message."""
        self._socket.deliver({"kind": kind, **values})

    def fail(self, exception):
        """Have the site close it."""
        self._socket.fail(exception)


async def echo(scope, receive, send):
    await receive()
    await send(ACCEPT | {"subprotocol": "two", "headers": [(b"a", b"b")]})
    while (message := await receive())["type"] == "websocket.receive":
        await send(message | {"type": "websocket.send"})


class WebSocketTests(unittest.IsolatedAsyncioTestCase):
    async def test_text_and_bytes(self):
        page = Page(echo)
        self.assertEqual(
            await page.next("head"),
            {"kind": "head", "status": 101, "headers": [("a", "b")], "protocol": "two"},
        )
        for data, size in (("grüße", 7), (b"\0\xff", 2), ("", 0)):
            page.say("message", data=data)
            self.assertEqual((await page.next("taken"))["bytes"], size)
            self.assertEqual((await page.next("message"))["data"], data)

    async def test_the_page_closes(self):
        received = []

        async def application(scope, receive, send):
            received.append((await receive())["type"])
            await send(ACCEPT)
            while len(received) < 3:
                received.append(await receive())

        page = Page(application)
        await page.next("head")
        page.say("message", data="last")
        page.say("close", code=3001, reason="enough")
        end = (await page.next("end"))["end"]
        self.assertEqual((end["code"], end["reason"]), (3001, "enough"))
        await page.running
        self.assertEqual(
            received,
            [
                "websocket.connect",
                {"type": "websocket.receive", "text": "last"},
                {"type": "websocket.disconnect", "code": 3001, "reason": "enough"},
            ],
        )

    async def test_what_the_application_does_after_the_page_has_closed(self):
        raised = []

        async def application(scope, receive, send):
            await receive()
            await send(ACCEPT)
            await receive()
            for attempt in (receive(), send({"type": "websocket.send", "text": "a"})):
                try:
                    await attempt
                except (RuntimeError, SocketClosed) as exception:
                    raised.append(type(exception))
            await send({"type": "websocket.close"})

        page = Page(application)
        await page.next("head")
        page.say("close", code=1000, reason="")
        # That it sends to nobody is no mistake of the application.
        await page.running
        self.assertEqual(raised, [RuntimeError, SocketClosed])

    async def test_the_application_closes(self):
        async def application(scope, receive, send):
            await send(ACCEPT)
            await send({"type": "websocket.close", "code": 4001, "reason": "no"})

        page = Page(application)
        end = (await page.next("end"))["end"]
        self.assertEqual((end["code"], end["reason"]), (4001, "no"))
        self.assertGreater(end["duration"], 0)

    async def test_the_application_ends(self):
        async def application(scope, receive, send):
            await send(ACCEPT)

        self.assertEqual((await Page(application).next("end"))["end"]["code"], 1000)

    async def test_refusals(self):
        async def closed(scope, receive, send):
            await send({"type": "websocket.close"})

        async def denied(scope, receive, send):
            await send({"type": "websocket.http.response.start", "status": 401, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b"a", "more_body": True})
            await send({"type": "websocket.http.response.body"})

        for application, status in ((closed, 403), (denied, 401)):
            with self.subTest(application.__name__):
                page = Page(application)
                self.assertEqual((await page.next("head"))["status"], status)
                self.assertEqual((await page.next("end"))["end"]["code"], 1006)

    async def test_exceptions(self):
        async def at_once(scope, receive, send):
            raise LookupError("no")

        async def later(scope, receive, send):
            await send(ACCEPT)
            raise LookupError("no")

        async def silent(scope, receive, send):
            pass

        for application, status, code in ((at_once, 500, 1006), (later, 101, 1011)):
            with self.subTest(application.__name__):
                page = Page(application)
                with self.assertRaisesRegex(LookupError, "no"):
                    await page.running
                page.fail(LookupError())
                self.assertEqual((await page.next("head"))["status"], status)
                self.assertEqual((await page.next("end"))["end"]["code"], code)
        with self.assertRaisesRegex(RuntimeError, "without an answer"):
            await Page(silent).running

    async def test_messages_out_of_place(self):
        for messages in (
            [{"type": "websocket.send", "text": "a"}],
            [ACCEPT, ACCEPT],
            [{"type": "http.response.start"}],
        ):

            async def application(scope, receive, send, messages=messages):
                for message in messages:
                    await send(message)

            with (
                self.subTest(messages),
                self.assertRaisesRegex(RuntimeError, "takes no message of type"),
            ):
                await Page(application).running

    async def test_the_application_waits_for_a_page_that_is_slow(self):
        sent = []

        async def application(scope, receive, send):
            await send(ACCEPT)
            for n in range(4):
                await send({"type": "websocket.send", "text": "12345"})
                sent.append(n)

        page = Page(application, window=10)
        await page.next("message")
        await page.next("message")
        await asyncio.sleep(0)
        self.assertEqual(sent, [0, 1])
        page.say("taken", bytes=10)
        await page.next("end")
        self.assertEqual(sent, [0, 1, 2, 3])


if __name__ == "__main__":
    unittest.main()
