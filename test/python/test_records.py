"""What a request did: queries, exceptions, where these were raised, and links to there."""

import asyncio
import logging
import unittest

from support import captured, load_site, request

FILES = {
    "mysite/urls.py": """
        from django.urls import path
        from polls import views

        urlpatterns = [path(f"{name}/", getattr(views, name)) for name in views.NAMES]
    """,
    "polls/models.py": """
        from django.db import models

        class Question(models.Model):
            text = models.CharField(max_length=200)

            def shout(self):
                raise LookupError("no voice")
    """,
    "polls/views.py": """\
        import asyncio
        from django.db import connection
        from django.http import HttpResponse
        from django.shortcuts import render
        from .models import Question

        NAMES = ["two", "later", "none", "fails", "sql", "syntax", "tag", "missing", "model"]

        def two(request):
            return HttpResponse(Question.objects.count() + len(Question.objects.all()))

        async def later(request):
            await Question.objects.acount()
            await asyncio.sleep(0.01)
            return HttpResponse(await Question.objects.acount())

        def none(request):
            return HttpResponse("")

        def fails(request):
            return helper()

        def helper():
            try:
                1 / 0
            except ZeroDivisionError as error:
                raise ValueError("inside") from error

        def sql(request):
            connection.cursor().execute("SELECT 1 FROM nowhere")

        def syntax(request):
            from . import broken

        def tag(request):
            return render(request, "polls/tag.html")

        def missing(request):
            return render(request, "polls/absent.html")

        def model(request):
            return render(request, "polls/model.html", {"question": Question()})
    """,
    "polls/broken.py": "def f(:\n    pass\n",
    "polls/templates/polls/tag.html": "<p>\n{% nonsense %}\n</p>",
    "polls/templates/polls/model.html": "<p>\n  {{ question.shout }}\n</p>",
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


def get(path):
    with captured() as output:
        response = request(site, path, headers=[("Accept", "text/html")])
    return response, output.getvalue()


def places(response):
    """Return what is marked, e.g. ``("polls/views.py", 22, "error")``."""
    return [(mark["path"], mark["line"], mark["severity"]) for mark in response.raised["marks"]]


class QueryTests(unittest.TestCase):
    def test_they_are_counted(self):
        for path, queries in (("/two/", 2), ("/later/", 2), ("/none/", 0)):
            with self.subTest(path):
                response, _ = get(path)
                self.assertEqual((response.status, response.queries), (200, queries))
                self.assertIsNone(response.raised)

    def test_requests_at_the_same_time_count_their_own(self):
        from django_playground.asgi import Request

        async def both():
            requests = (
                Request("GET", f"http://localhost:8000{path}") for path in ("/later/", "/two/")
            )
            return await asyncio.gather(*map(site.respond, requests))

        with captured():
            self.assertEqual([each.queries for each in asyncio.run(both())], [2, 2])

    def test_a_traceback_has_no_line_of_the_playground(self):
        response, output = get("/sql/")
        self.assertEqual(response.queries, 1)
        self.assertIn("no such table: nowhere", output)
        self.assertNotIn("django_playground/records", output + response.body.decode())

    def test_a_logged_traceback_has_none_of_the_stand_ins(self):
        from django_playground import tracebacks

        usual = logging.Formatter.formatException
        tracebacks.install()
        try:
            _, output = get("/fails/")
        finally:
            logging.Formatter.formatException = usual
        self.assertIn("Traceback (most recent call last):", output)
        self.assertIn("polls/views.py", output)
        self.assertNotIn("django_playground", output)


class MarkTests(unittest.TestCase):
    def test_frames(self):
        response, _ = get("/fails/")
        self.assertEqual(response.raised["type"], "ValueError")
        self.assertEqual(
            places(response),
            [("polls/views.py", 27, "error"), ("polls/views.py", 21, "info")],
        )
        self.assertEqual(response.raised["marks"][0]["message"], "inside")
        self.assertEqual(response.raised["marks"][0]["source"], "ValueError")

    def test_syntax_error(self):
        response, _ = get("/syntax/")
        first, second = response.raised["marks"]
        self.assertEqual((first["path"], first["line"], first["column"]), ("polls/broken.py", 1, 7))
        self.assertEqual(first["message"], "invalid syntax")
        self.assertEqual((second["path"], second["severity"]), ("polls/views.py", "info"))

    def test_template_tag(self):
        response, _ = get("/tag/")
        self.assertEqual(
            places(response),
            [("polls/templates/polls/tag.html", 2, "error"), ("polls/views.py", 36, "info")],
        )
        self.assertIn("Invalid block tag", response.raised["marks"][0]["message"])

    def test_missing_template(self):
        response, _ = get("/missing/")
        self.assertEqual(places(response), [("polls/views.py", 39, "error")])
        self.assertIn("polls/absent.html", response.raised["marks"][0]["message"])

    def test_python_below_a_template(self):
        response, _ = get("/model/")
        self.assertEqual(
            places(response),
            [
                ("polls/templates/polls/model.html", 2, "error"),
                ("polls/models.py", 8, "error"),
                ("polls/views.py", 42, "info"),
            ],
        )


class LinkTests(unittest.TestCase):
    def test_own_files_are_links(self):
        response, _ = get("/fails/")
        page = response.body.decode()
        address = "django-playground-file:/polls/views.py?line=27"
        self.assertIn(f'<a href="{address}">{site.root}/polls/views.py</a></code>, line 27', page)
        self.assertNotRegex(page, r'href="django-playground-file:[^"]*django/')

    def test_templates_are_links(self):
        page = get("/tag/")[0].body.decode()
        self.assertIn('"django-playground-file:/polls/templates/polls/tag.html?line=2"', page)

    def test_other_pages_stay(self):
        self.assertNotIn("django-playground-file", get("/absent/")[0].body.decode())


if __name__ == "__main__":
    unittest.main()
