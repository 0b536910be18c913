"""A project with an ASGI application of its own, which does what Django would not."""

import unittest

from support import SETTINGS, captured, header, load_site, request

FILES = {
    "mysite/settings.py": SETTINGS + '    ASGI_APPLICATION = "mysite.asgi.application"\n',
    "mysite/asgi.py": """
        import asyncio
        import os
        from django.conf import settings
        from django.core.asgi import get_asgi_application

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
        hosts = settings.ALLOWED_HOSTS
        django_application = get_asgi_application()

        async def application(scope, receive, send):
            async def tagged(message):
                if message["type"] == "http.response.start":
                    message["headers"].append((b"x-own", b"yes"))
                await send(message)

            path = scope["path"]
            if path == "/raise/":
                raise LookupError("outside of Django")
            if path == "/raise-later/":
                await send({"type": "http.response.start", "status": 200, "headers": []})
                await send({"type": "http.response.body", "body": b"a", "more_body": True})
                raise LookupError("after a start")
            if path == "/cancelled/":
                raise asyncio.CancelledError
            if path == "/silent/":
                return
            await django_application(scope, receive, tagged)
    """,
    "mysite/urls.py": """
        from django.http import HttpResponse
        from django.urls import path

        urlpatterns = [path("", lambda request: HttpResponse("from Django"))]
    """,
    "polls/static/polls/style.css": "p {}",
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


class OwnApplicationTests(unittest.TestCase):
    def test_it_answers(self):
        response = request(site)
        self.assertEqual(response.body, b"from Django")
        self.assertEqual(header(response, "x-own"), ["yes"])

    def test_static_files_are_served_before_it(self):
        response = request(site, "/static/polls/style.css")
        self.assertEqual(response.body, b"p {}")
        self.assertEqual(header(response, "x-own"), [])

    def test_whatever_it_raises_is_a_debug_page(self):
        cases = {
            "/raise/": "outside of Django",
            "/raise-later/": "after a start",
            "/cancelled/": "CancelledError",
            "/silent/": "without a complete response",
        }
        for path, message in cases.items():
            with self.subTest(path), captured() as output:
                response = request(site, path, headers=[("Accept", "text/html")])
                self.assertEqual(response.status, 500)
                self.assertIn(message, response.body.decode())
                self.assertIn(path, response.body.decode())
            self.assertIn(message, output.getvalue())

    def test_it_is_made_with_the_hosts_that_django_takes(self):
        from django.conf import settings
        from mysite.asgi import hosts

        self.assertEqual(hosts, [".localhost", "127.0.0.1", "[::1]"])
        self.assertEqual(settings.ALLOWED_HOSTS, [])


if __name__ == "__main__":
    unittest.main()
