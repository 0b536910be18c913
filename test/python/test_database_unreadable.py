"""A database file that is not SQLite."""

import unittest

from support import BrokenProjectTests


class UnreadableDatabase(BrokenProjectTests, unittest.TestCase):
    files = {"db.sqlite3": b"This is a text file, not a database. " * 50}
    error_type = "DatabaseError"
    message = (
        "is not an SQLite database, or it is damaged (file is not a database). Reset the database"
    )
    path = None
    line = None


if __name__ == "__main__":
    unittest.main()
