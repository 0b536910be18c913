"""A settings module that is not there."""

import unittest

from support import BrokenProjectTests


class MissingModule(BrokenProjectTests, unittest.TestCase):
    files = {"mysite/settings.py": "import missing_module\n"}
    error_type = "ModuleNotFoundError"
    message = "No module named 'missing_module'"
    path = "mysite/settings.py"
    line = 1


if __name__ == "__main__":
    unittest.main()
