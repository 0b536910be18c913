"""One exchange with tiny ASGI applications."""

import asyncio
import unittest

from django_playground import asgi
from django_playground.asgi import Request, Response, ResponseTooLarge, exchange
from support import captured


def run(application, *, method="GET", body=b"", max_size=100):
    request = Request(method, "http://localhost/", [], body)
    return asyncio.run(exchange(application, request, max_size))


def start(status=200, headers=()):
    return {"type": "http.response.start", "status": status, "headers": headers}


def part(body=b"", more=False):
    return {"type": "http.response.body", "body": body, "more_body": more}


class BodyTests(unittest.TestCase):
    def messages(self, body):
        messages = []

        async def application(scope, receive, send):
            while not messages or messages[-1]["more_body"]:
                messages.append(await receive())
            await send(start())
            await send(part())

        run(application, body=body)
        return messages

    def test_no_body(self):
        self.assertEqual(
            self.messages(b""),
            [{"type": "http.request", "body": b"", "more_body": False}],
        )

    def test_large_body_comes_in_parts(self):
        for size in (1, asgi.CHUNK_SIZE, asgi.CHUNK_SIZE + 1, 3 * asgi.CHUNK_SIZE):
            with self.subTest(size=size):
                messages = self.messages(b"x" * size)
                self.assertEqual(b"".join(message["body"] for message in messages), b"x" * size)
                self.assertEqual(len(messages), -(-size // asgi.CHUNK_SIZE))

    def test_disconnect_only_after_the_response(self):
        events = []

        async def application(scope, receive, send):
            async def listen():
                events.append((await receive())["type"])

            await receive()
            listener = asyncio.create_task(listen())
            await asyncio.sleep(0)
            events.append("responding")
            await send(start())
            await send(part(b"done"))
            await listener

        self.assertEqual(run(application).body, b"done")
        self.assertEqual(events, ["responding", "http.disconnect"])


class ResponseTests(unittest.TestCase):
    def test_parts_and_repeated_headers(self):
        async def application(scope, receive, send):
            await send(start(201, [(b"Set-Cookie", b"a=1"), (b"set-cookie", b"b=\xfc")]))
            await send(part(b"one ", more=True))
            await send(part(bytearray(b"two ")) | {"more_body": True})
            await send({"type": "http.response.body"})
            await send(part(b"too late"))

        response = run(application)
        self.assertEqual(response.status, 201)
        self.assertEqual(response.headers, [("Set-Cookie", "a=1"), ("set-cookie", "b=ü")])
        self.assertEqual(response.body, b"one two ")
        self.assertGreater(response.duration, 0)

    def test_no_body(self):
        for method, status in (("HEAD", 200), ("GET", 204), ("GET", 304)):

            async def application(scope, receive, send, status=status):
                await send(start(status, [(b"content-length", b"4")]))
                await send(part(b"body"))

            with self.subTest(method=method, status=status):
                response = run(application, method=method)
                self.assertEqual(response.body, b"")
                self.assertEqual(response.headers, [("content-length", "4")])

    def test_incomplete(self):
        async def nothing(scope, receive, send):
            pass

        async def unfinished(scope, receive, send):
            await send(start())
            await send(part(b"one", more=True))

        for application in (nothing, unfinished):
            with (
                self.subTest(application.__name__),
                self.assertRaisesRegex(RuntimeError, "without a complete response"),
            ):
                run(application)


class ExceptionTests(unittest.TestCase):
    def test_raised(self):
        async def application(scope, receive, send):
            await send(start())
            raise LookupError("no")

        with self.assertRaisesRegex(LookupError, "no"):
            run(application)

    def test_raised_after_the_response(self):
        async def application(scope, receive, send):
            await send(start())
            await send(part(b"all"))
            raise LookupError("too late")

        with captured() as output:
            self.assertEqual(run(application).body, b"all")
        self.assertIn("LookupError: too late", output.getvalue())

    def test_cancelled_by_itself(self):
        async def application(scope, receive, send):
            raise asyncio.CancelledError

        with self.assertRaises(asyncio.CancelledError):
            run(application)


class TooLargeTests(unittest.TestCase):
    def test_the_largest(self):
        async def application(scope, receive, send):
            await send(start())
            await send(part(b"x" * 100))

        self.assertEqual(len(run(application, max_size=100).body), 100)

    def test_told_by_receive(self):
        events = []

        async def application(scope, receive, send):
            async def stream():
                try:
                    while True:
                        await send(part(b"x" * 10, more=True))
                finally:
                    events.append("closed")

            await receive()
            await send(start())
            streaming = asyncio.create_task(stream())
            events.append((await receive())["type"])
            streaming.cancel()
            await asyncio.wait({streaming})

        with self.assertRaisesRegex(ResponseTooLarge, "Return less"):
            run(application, max_size=100)
        self.assertEqual(events, ["http.disconnect", "closed"])

    def test_cancelled(self):
        events = []

        async def application(scope, receive, send):
            await send(start())
            try:
                await send(part(b"x" * 101))
            except asyncio.CancelledError:
                events.append("cancelled")
                raise

        grace, asgi.GRACE = asgi.GRACE, 0
        self.addCleanup(setattr, asgi, "GRACE", grace)
        with self.assertRaises(ResponseTooLarge):
            run(application, max_size=100)
        self.assertEqual(events, ["cancelled"])


class ConcurrencyTests(unittest.TestCase):
    def test_exchanges_interleave(self):
        async def both():
            meeting = asyncio.Barrier(2)

            async def application(scope, receive, send):
                await meeting.wait()
                await send(start())
                await send(part(scope["query_string"]))

            return await asyncio.gather(
                *(exchange(application, Request("GET", f"http://h/?{n}")) for n in "12")
            )

        self.assertEqual([response.body for response in asyncio.run(both())], [b"1", b"2"])

    def test_cancelling_an_exchange_ends_the_application(self):
        ended = []

        async def main():
            begun = asyncio.Event()

            async def application(scope, receive, send):
                begun.set()
                await receive()
                ended.append((await receive())["type"])

            task = asyncio.create_task(exchange(application, Request("GET", "http://h/")))
            await begun.wait()
            task.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await task

        asyncio.run(main())
        self.assertEqual(ended, ["http.disconnect"])


class DefaultTests(unittest.TestCase):
    def test_limit(self):
        self.assertEqual(asgi.MAX_RESPONSE_SIZE, 50 * 1024 * 1024)
        self.assertEqual(Response().body, b"")


if __name__ == "__main__":
    unittest.main()
