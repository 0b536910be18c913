"""Models that interrupt."""

import unittest

from support import BrokenProjectTests


class ModelsThatInterrupt(BrokenProjectTests, unittest.TestCase):
    files = {"polls/models.py": "def stop():\n    raise KeyboardInterrupt('enough')\n\nstop()\n"}
    error_type = "KeyboardInterrupt"
    message = "enough"
    path = "polls/models.py"
    line = 2


if __name__ == "__main__":
    unittest.main()
