"""Views that cannot be imported."""

import unittest

from support import BrokenProjectTests


class BrokenViews(BrokenProjectTests, unittest.TestCase):
    files = {
        "mysite/urls.py": "from polls import views\n",
        "polls/views.py": "def index(request):\n    return 'indented'\n  broken\n",
    }
    error_type = "IndentationError"
    message = "unindent does not match"
    path = "polls/views.py"
    line = 3


if __name__ == "__main__":
    unittest.main()
