"""Settings that ask Python to exit."""

import unittest

from support import BrokenProjectTests


class SettingsThatExit(BrokenProjectTests, unittest.TestCase):
    files = {"mysite/settings.py": "import sys\n\nsys.exit('no settings today')\n"}
    error_type = "SystemExit"
    message = "no settings today"
    path = "mysite/settings.py"
    line = 3


if __name__ == "__main__":
    unittest.main()
