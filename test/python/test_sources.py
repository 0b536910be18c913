"""Exceptions whose sources come when they are wanted."""

import html
import unittest
from pathlib import Path

from django_playground.standins import sources
from support import captured, load_site, request

LIBRARY = """
    def fail():
        raise LookupError("from the library")  # only the source says this
"""

FILES = {
    "mysite/urls.py": """
        from django.core.exceptions import PermissionDenied
        from django.http import Http404
        from django.urls import path
        from polls.library import fail

        def raising(exception):
            def view(request):
                raise exception
            return view

        def failing(request):
            fail()

        async def afailing(request):
            fail()

        urlpatterns = [
            path("sync/", failing),
            path("async/", afailing),
            path("absent/", raising(Http404())),
            path("forbidden/", raising(PermissionDenied())),
        ]
    """,
    "polls/library.py": LIBRARY,
}


class SourceTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site, report = load_site(FILES)
        assert report["error"] is None, report
        cls.library = Path(cls.site.root, "polls", "library.py")
        cls.text = cls.library.read_text()

    def setUp(self):
        self.waits = 0
        self.library.write_text("")
        sources.install(self.wait)
        self.addCleanup(sources.install, sources._at_once)

    async def wait(self):
        self.waits += 1
        self.library.write_text(self.text)

    def get(self, path):
        with captured() as output:
            response = request(self.site, path, headers=[("Accept", "text/html")])
        return response.status, html.unescape(response.body.decode()), output.getvalue()

    def test_the_debug_page_and_the_log_show_lines_that_came_late(self):
        for path in ("/sync/", "/async/"):
            with self.subTest(path):
                self.library.write_text("")
                status, page, printed = self.get(path)
                self.assertEqual(status, 500)
                self.assertIn("only the source says this", page)
                self.assertIn("only the source says this", printed)
        self.assertEqual(self.waits, 2)

    def test_a_page_without_sources_does_not_wait(self):
        self.assertEqual(self.get("/absent/")[0], 404)
        self.assertEqual(self.get("/nowhere/")[0], 404)
        self.assertEqual(self.get("/forbidden/")[0], 403)
        self.assertEqual(self.waits, 0)

    def test_nobody_waits_for_what_nobody_sees(self):
        from django.test import override_settings

        with override_settings(DEBUG=False, ALLOWED_HOSTS=["*"]):
            self.assertEqual(self.get("/sync/")[0], 500)
        self.assertEqual(self.waits, 0)

    def test_the_page_of_what_kept_the_project_from_loading_waits_too(self):
        from django_playground.errors import DebugPage

        try:
            from polls.library import fail

            fail()
        except LookupError as error:
            self.addCleanup(setattr, self.site, "application", self.site.application)
            self.site.application = DebugPage(error)
        self.assertIn("only the source says this", self.get("/")[1])

    def test_exceptions_below_synchronous_middleware_wait_too(self):
        from django.core.handlers.asgi import ASGIHandler
        from django.test import override_settings

        self.addCleanup(setattr, self.site, "application", self.site.application)
        with override_settings(MIDDLEWARE=["test_sources.synchronous"]):
            self.site.application = ASGIHandler()
            self.assertIn("only the source says this", self.get("/sync/")[1])


def synchronous(get_response):
    """Stand for a reader's middleware, of the simplest kind."""
    return lambda request: get_response(request)


if __name__ == "__main__":
    unittest.main()
