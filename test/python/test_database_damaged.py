"""A damaged database, found without migrating."""

import unittest

from support import BrokenProjectTests


class DamagedDatabase(BrokenProjectTests, unittest.TestCase):
    files = {"db.sqlite3": b"SQLite format 3\0" + b"\xff" * 5000}
    options = {"migrate": False}
    error_type = "DatabaseError"
    message = "db.sqlite3 is not an SQLite database, or it is damaged"
    path = None
    line = None


if __name__ == "__main__":
    unittest.main()
