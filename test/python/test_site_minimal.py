"""A project of almost nothing: no apps, no database, no debugging, an ASGI application missing."""

import unittest

from support import captured, load_site, request

FILES = {
    "mysite/settings.py": """
        SECRET_KEY = "a key for tests"
        ALLOWED_HOSTS = ["localhost"]
        ROOT_URLCONF = "mysite.urls"
        ASGI_APPLICATION = "mysite.missing.application"
    """,
    "mysite/urls.py": """
        from django.http import HttpResponse
        from django.urls import path

        def fail(request):
            raise LookupError("hidden")

        urlpatterns = [
            path("", lambda request: HttpResponse("It works")),
            path("fail/", fail),
        ]
    """,
}

site = report = None


def setUpModule():
    global site, report
    site, report = load_site(FILES, superuser=("admin", "secret"))


class MinimalTests(unittest.TestCase):
    def test_it_works(self):
        self.assertIsNone(report["error"])
        self.assertEqual(request(site).body, b"It works")

    def test_what_could_not_be_done_is_said(self):
        superuser, application = site.output.splitlines()
        self.assertEqual(
            superuser,
            "The superuser “admin” was not made: django.contrib.auth is not in INSTALLED_APPS.",
        )
        self.assertRegex(application, "^ASGI_APPLICATION “mysite.missing.application” cannot be")

    def test_without_debugging(self):
        with captured():
            response = request(site, "/fail/")
        self.assertEqual(response.status, 500)
        self.assertNotIn(b"hidden", response.body)
        with captured():
            self.assertEqual(request(site, "/static/any.css").status, 404)


if __name__ == "__main__":
    unittest.main()
