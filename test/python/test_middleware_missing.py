"""Middleware that is not there."""

import unittest

from support import SETTINGS, BrokenProjectTests


class MissingMiddleware(BrokenProjectTests, unittest.TestCase):
    files = {"mysite/settings.py": SETTINGS + "\n    MIDDLEWARE += ['polls.missing.Middleware']\n"}
    error_type = "ModuleNotFoundError"
    message = "No module named 'polls.missing'"
    path = None
    line = None


if __name__ == "__main__":
    unittest.main()
