"""An app that is not there."""

import unittest

from support import SETTINGS, BrokenProjectTests


class UnknownApp(BrokenProjectTests, unittest.TestCase):
    files = {"mysite/settings.py": SETTINGS + "\n    INSTALLED_APPS += ['missing_app']\n"}
    error_type = "ModuleNotFoundError"
    message = "No module named 'missing_app'"
    path = None
    line = None


if __name__ == "__main__":
    unittest.main()
