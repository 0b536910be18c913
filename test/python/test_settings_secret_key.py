"""Settings without a secret key, which even the debug page reads."""

import unittest

from support import SETTINGS, BrokenProjectTests


class MissingSecretKey(BrokenProjectTests, unittest.TestCase):
    files = {"mysite/settings.py": SETTINGS.replace("SECRET_KEY", "NO_KEY")}
    options = {"superuser": ("admin", "secret")}
    error_type = "ImproperlyConfigured"
    message = "The SECRET_KEY setting must not be empty"
    path = line = None


if __name__ == "__main__":
    unittest.main()
