"""A syntax error in models."""

import unittest

from support import BrokenProjectTests


class SyntaxErrorInModels(BrokenProjectTests, unittest.TestCase):
    files = {
        "polls/models.py": """\
            from django.db import models

            class Question(models.Model)
                pass
        """
    }
    error_type = "SyntaxError"
    message = "expected ':'"
    path = "polls/models.py"
    line = 3


if __name__ == "__main__":
    unittest.main()
