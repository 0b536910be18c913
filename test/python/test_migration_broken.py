"""A migration that cannot be applied."""

import unittest

from support import BrokenProjectTests


class BrokenMigration(BrokenProjectTests, unittest.TestCase):
    files = {
        "polls/migrations/__init__.py": "",
        "polls/migrations/0001_initial.py": """
            from django.db import migrations

            def load(apps, schema_editor):
                raise LookupError("no data")

            class Migration(migrations.Migration):
                operations = [migrations.RunPython(load)]
        """,
    }
    error_type = "LookupError"
    message = "no data"
    path = "polls/migrations/0001_initial.py"
    line = 5


if __name__ == "__main__":
    unittest.main()
