"""Responses that go to the page piece by piece, of tiny ASGI applications."""

import asyncio
import unittest

from django_playground import asgi
from django_playground.asgi import Request
from django_playground.stream import Stream

START = {"type": "http.response.start", "status": 200, "headers": [(b"a", b"b")]}


def part(body=b"", more=True):
    return {"type": "http.response.body", "body": body, "more_body": more}


async def run(application, listen=lambda stream, message: None, *, method="GET", window=10):
    """Return what the page is told; ``listen(stream, message)`` is the page."""
    messages = []

    def post(message):
        messages.append(message)
        listen(stream, message)

    stream = Stream(post, window)
    await stream.run(application, Request(method, "http://localhost/"))
    stream.end()
    return messages


class StreamTests(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        grace, asgi.GRACE = asgi.GRACE, 0.01
        self.addCleanup(setattr, asgi, "GRACE", grace)

    async def test_pieces(self):
        async def application(scope, receive, send):
            await send(START)
            for body in (b"one", b"", b"two"):
                await send(part(body))
            await send(part(more=False))

        head, one, two, end = await run(application)
        self.assertEqual(head, {"kind": "head", "status": 200, "headers": [("a", "b")]})
        self.assertEqual([one["bytes"], two["bytes"]], [b"one", b"two"])
        self.assertEqual(end["kind"], "end")
        self.assertGreater(end["end"]["duration"], 0)

    async def test_the_end_does_not_wait_for_what_the_application_does_afterwards(self):
        order = []

        async def application(scope, receive, send):
            await send(START)
            await send(part(b"all", more=False))
            await asyncio.sleep(0)
            order.append("application")

        await run(application, lambda stream, message: order.append(message["kind"]))
        self.assertEqual(order, ["head", "body", "end", "application"])

    async def test_the_application_waits_for_a_page_that_is_slow(self):
        order = []

        async def application(scope, receive, send):
            await send(START)
            for n in range(4):
                await send(part(b"12345"))
                order.append(n)
            await send(part(more=False))

        def listen(stream, message):
            if message["kind"] == "body" and message["bytes"]:
                order.append("body")
            if order.count("body") == 2 and "taken" not in order:
                asyncio.get_running_loop().call_later(0.01, take, stream)

        def take(stream):
            order.append("taken")
            stream.deliver({"kind": "taken", "bytes": 20})

        await run(application, listen)
        self.assertEqual(order, ["body", 0, "body", 1, "taken", "body", 2, "body", 3])

    async def test_a_page_that_leaves(self):
        events = []

        async def application(scope, receive, send):
            await receive()
            await send(START)
            listening = asyncio.create_task(receive())
            while not listening.done():
                await send(part(b"x"))
                await asyncio.sleep(0)
            events.append(listening.result()["type"])

        def listen(stream, message):
            if message["kind"] == "body":
                stream.deliver({"kind": "abort"})

        messages = await run(application, listen)
        self.assertEqual([message["kind"] for message in messages], ["head", "body", "end"])
        self.assertNotIn("failure", messages[-1])

    async def test_an_application_that_does_not_notice_is_cancelled(self):
        events = []

        async def application(scope, receive, send):
            await send(START)
            try:
                await asyncio.Event().wait()
            finally:
                events.append("cancelled")

        def listen(stream, message):
            stream.deliver({"kind": "abort"})

        await run(application, listen)
        self.assertEqual(events, ["cancelled"])

    async def test_no_body_where_http_has_none(self):
        async def application(scope, receive, send):
            await send(START)
            await send(part(b"x" * 100))
            await send(part(more=False))

        messages = await run(application, method="HEAD")
        self.assertEqual([message["kind"] for message in messages], ["head", "end"])


if __name__ == "__main__":
    unittest.main()
