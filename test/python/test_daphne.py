"""A project that installs ``daphne``, as the documentation of Channels has it."""

import sys
import unittest

from django_playground.standins import daphne
from support import SETTINGS, load_site, request

FILES = {
    "mysite/settings.py": SETTINGS.replace("INSTALLED_APPS = [", 'INSTALLED_APPS = ["daphne",'),
    "mysite/urls.py": """
        from django.http import HttpResponse
        from django.urls import path

        urlpatterns = [path("", lambda request: HttpResponse("It works"))]
    """,
}


class DaphneTests(unittest.TestCase):
    def test_it_is_loaded_without_the_package(self):
        daphne.install()
        daphne.install()
        self.assertEqual(sys.meta_path.count(daphne.Finder), 1)
        site, report = load_site(FILES)
        self.assertIsNone(report["error"], report)
        self.assertEqual(request(site).body, b"It works")

    def test_nothing_else_is_found(self):
        self.assertIsNone(daphne.Finder.find_spec("twisted"))
        self.assertIsNone(daphne.Finder.find_spec("daphne.server"))


if __name__ == "__main__":
    unittest.main()
