"""Settings that raise."""

import unittest

from support import BrokenProjectTests


class SettingsThatRaise(BrokenProjectTests, unittest.TestCase):
    files = {"mysite/settings.py": "import os\n\nSECRET_KEY = os.environ['NO_SUCH_KEY']\n"}
    error_type = "KeyError"
    message = "NO_SUCH_KEY"
    path = "mysite/settings.py"
    line = 3


if __name__ == "__main__":
    unittest.main()
