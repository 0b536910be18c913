"""A project that streams, with sockets and a lifespan of its own."""

import asyncio
import unittest

from django_playground.asgi import Request
from django_playground.scope import websocket_scope
from django_playground.standins import streaming
from django_playground.stream import Stream
from django_playground.websocket import WebSocket
from support import SETTINGS, captured, load_site, request

FILES = {
    "mysite/settings.py": SETTINGS + '    ASGI_APPLICATION = "mysite.asgi.application"\n',
    "mysite/asgi.py": """
        from django.core.asgi import get_asgi_application

        django_application = get_asgi_application()

        async def application(scope, receive, send):
            if scope["type"] == "lifespan":
                await receive()
                scope["state"]["started"] = "yes"
                await send({"type": "lifespan.startup.complete"})
                return
            if scope["type"] == "websocket" and scope["path"] != "/django/":
                await send({"type": "websocket.accept"})
                await send({"type": "websocket.send", "text": scope["state"]["started"]})
                if scope["path"] == "/raise/":
                    raise LookupError("in a socket")
                return
            await django_application(scope, receive, send)
    """,
    "mysite/urls.py": """
        from django.contrib.auth.models import User
        from django.http import HttpResponse, StreamingHttpResponse
        from django.urls import path

        def endless(request):
            def parts():
                try:
                    n = 0
                    while True:
                        n += 1
                        yield f"{n} "
                finally:
                    print("closed")
            return StreamingHttpResponse(parts())

        async def pieces(request):
            async def parts():
                yield f"{await User.objects.acount()} "
                yield "last"
            return StreamingHttpResponse(parts())

        def breaks(request):
            def parts():
                yield "one"
                raise LookupError("broke off")
            return StreamingHttpResponse(parts())

        def wrong(request):
            raise LookupError("went wrong")

        urlpatterns = [
            path(f"{view.__name__}/", view) for view in (endless, pieces, breaks, wrong)
        ] + [path("", lambda request: HttpResponse(request.scope["state"]["started"]))]
    """,
}

site = None


def setUpModule():
    global site
    streaming.install()
    site, report = load_site(FILES)
    assert report["error"] is None, report


def stream(path, most=100):
    """Return what a page is told that leaves after so many messages."""
    messages = []

    async def run():
        def post(message):
            messages.append(message)
            if len(messages) == most:
                stream.deliver({"kind": "abort"})

        stream = Stream(post, 1000)
        await site.stream(stream, Request("GET", f"http://localhost{path}"))

    asyncio.run(run())
    return messages


def connect(path):
    """Return what a page is told of a socket."""
    messages = []

    async def run():
        scope = websocket_scope(f"ws://localhost{path}", [], [])
        await site.connect(WebSocket(messages.append, 1000), scope)

    asyncio.run(run())
    return messages


class StreamTests(unittest.TestCase):
    def test_asynchronous_iterators(self):
        head, *parts, end = stream("/pieces/")
        self.assertEqual(head["status"], 200)
        self.assertEqual([part["bytes"] for part in parts], [b"0 ", b"last"])
        self.assertEqual((end["end"]["queries"], end["end"]["raised"]), (1, None))

    def test_synchronous_iterators_are_not_gone_through_first(self):
        with captured() as output:
            messages = stream("/endless/", most=4)
        self.assertEqual(
            [part.get("bytes") for part in messages], [None, b"1 ", b"2 ", b"3 ", None]
        )
        self.assertEqual(output.getvalue(), "closed\n")

    def test_a_response_that_breaks_off(self):
        with captured() as output:
            messages = stream("/breaks/")
        self.assertEqual(messages[-1]["failure"]["code"], "response-broken")
        self.assertEqual(messages[-1]["end"]["raised"]["message"], "broke off")
        self.assertIn("LookupError: broke off", output.getvalue())

    def test_an_exception_before_the_response(self):
        with captured():
            head, body, end = stream("/wrong/")
        self.assertEqual(head["status"], 500)
        self.assertIn(b"went wrong", body["bytes"])
        self.assertEqual(end["end"]["raised"]["type"], "LookupError")


class LifespanTests(unittest.TestCase):
    def test_its_state_reaches_requests_and_sockets(self):
        self.assertEqual(request(site).body, b"yes")
        self.assertEqual(connect("/")[1], {"kind": "message", "data": "yes"})


class SocketTests(unittest.TestCase):
    def test_an_exception(self):
        with captured() as output:
            messages = connect("/raise/")
        self.assertEqual(messages[-1]["end"]["code"], 1011)
        self.assertEqual(messages[-1]["end"]["raised"]["message"], "in a socket")
        self.assertIn("LookupError: in a socket", output.getvalue())

    def test_django_takes_none(self):
        with captured() as output:
            head, end = connect("/django/")
        self.assertEqual((head["status"], end["end"]["code"]), (500, 1006))
        self.assertIn("WebSocket to /django/, which Django itself does not", output.getvalue())
        self.assertNotIn("Traceback", output.getvalue())


if __name__ == "__main__":
    unittest.main()
