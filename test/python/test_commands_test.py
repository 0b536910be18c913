"""``manage.py test`` beside a site that serves."""

import unittest

from django_playground import commands
from support import IN_PYODIDE, SETTINGS, captured, load_site, request

# The harder case: a database that is lost when its connection is closed. In CPython each thread
# would have one of its own.
IN_MEMORY = SETTINGS.replace('BASE_DIR / "db.sqlite3"', '":memory:"')

FILES = {
    "mysite/settings.py": IN_MEMORY if IN_PYODIDE else SETTINGS,
    "mysite/urls.py": """
        from django.urls import path
        from polls import views

        urlpatterns = [path("texts/", views.texts)]
    """,
    "polls/models.py": """
        from django.db import models

        class Question(models.Model):
            text = models.CharField(max_length=200)
    """,
    "polls/views.py": """
        from django.conf import settings
        from django.http import HttpResponse
        from .models import Question

        def texts(request):
            texts = Question.objects.values_list("text", flat=True)
            return HttpResponse(f"{settings.DEBUG} {' '.join(texts)}")
    """,
    "polls/tests.py": """
        from django.contrib.contenttypes.models import ContentType
        from django.test import Client, LiveServerTestCase, TestCase, TransactionTestCase
        from urllib.request import urlopen
        from .models import Question

        class QuestionTests(TestCase):
            @classmethod
            def setUpTestData(cls):
                Question.objects.create(text="in-test")

            def test_own_database(self):
                response = self.client.get("/texts/")
                self.assertEqual(response.content, b"False in-test")

            async def test_async(self):
                response = await self.async_client.get("/texts/")
                self.assertEqual(response.content, b"False in-test")
                self.assertEqual(await Question.objects.acount(), 1)

            def test_that_fails(self):
                self.assertEqual(Question.objects.count(), 2)

        class FlushingTests(TransactionTestCase):
            def test_flush(self):
                Question.objects.create(text="flushed")
                ContentType.objects.get_for_model(Question)

        class LiveTests(LiveServerTestCase):
            def test_live(self):
                Question.objects.create(text="live")
                with urlopen(f"{self.live_server_url}/texts/") as response:
                    self.assertEqual(response.read(), b"False live")
    """,
    "polls/broken_tests.py": "import missing_module\n",
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


class TestCommandTests(unittest.TestCase):
    def setUp(self):
        from polls.models import Question

        Question.objects.create(text="served")
        self.addCleanup(lambda: Question.objects.all().delete())

    def run_tests(self, *args):
        with captured() as output:
            code = commands.run(["test", *args])
        self.assertEqual(request(site, "/texts/").body, b"True served")
        return code, output.getvalue()

    def test_passing(self):
        for _ in range(2):
            code, output = self.run_tests(
                "polls", "-k", "own_database", "-k", "async", "-k", "flush"
            )
            self.assertEqual(code, 0, output)
            self.assertIn("Ran 3 tests", output)
            self.assertIn("\nOK\n", output)

    def test_live_server(self):
        code, output = self.run_tests("polls", "-k", "live")
        self.assertEqual(code, 0, output)
        self.assertIn("Ran 1 test", output)

    def test_failing(self):
        code, output = self.run_tests("polls", "--noinput")
        self.assertEqual(code, 1)
        self.assertIn("AssertionError: 1 != 2", output)
        self.assertIn("FAILED (failures=1)", output)

    def test_ended_early(self):
        from django.db import connection

        name = connection.settings_dict["NAME"]
        for args in (["polls.broken_tests"], ["no.such.label"], ["polls", "--nonsense"]):
            with self.subTest(args):
                code, _ = self.run_tests(*args)
                self.assertNotEqual(code, 0)
        self.assertEqual(connection.settings_dict["NAME"], name)

    def test_content_types_are_those_of_the_site(self):
        from django.contrib.contenttypes.models import ContentType
        from polls.models import Question

        self.run_tests("polls", "-k", "flush")
        cached = ContentType.objects.get_for_model(Question)
        self.assertEqual(ContentType.objects.get(app_label="polls", model="question"), cached)


if __name__ == "__main__":
    unittest.main()
