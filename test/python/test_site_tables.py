"""Tables exist before the first request, however far the author got with migrations."""

import unittest
from unittest import mock

from django_playground import database
from support import SETTINGS, load_site

MODEL = """
    from django.db import models

    class Thing(models.Model):
        name = models.CharField(max_length=20)
        others = models.ManyToManyField("self")
"""
FILES = {
    "mysite/settings.py": SETTINGS + '    INSTALLED_APPS += ["bare", "empty", "migrated"]\n',
    "polls/models.py": "",
    # No migrations at all, a package without any as `startapp` makes it, and one with.
    "bare/__init__.py": "",
    "bare/models.py": MODEL,
    "empty/__init__.py": "",
    "empty/models.py": MODEL,
    "empty/migrations/__init__.py": "",
    "migrated/__init__.py": "",
    "migrated/models.py": MODEL,
    "migrated/migrations/__init__.py": "",
    "migrated/migrations/0001_initial.py": """
        from django.db import migrations, models

        class Migration(migrations.Migration):
            initial = True
            operations = [
                migrations.CreateModel(
                    name="Thing",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True)),
                        ("name", models.CharField(max_length=20)),
                        ("others", models.ManyToManyField(to="migrated.thing")),
                    ],
                ),
            ]
    """,
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


class TableTests(unittest.TestCase):
    def test_every_model_has_its_table(self):
        from django.apps import apps

        for label in ("bare", "empty", "migrated"):
            with self.subTest(label):
                thing = apps.get_model(label, "Thing").objects.create(name="one")
                thing.others.add(thing)
                self.assertEqual(thing.others.count(), 1)

    def test_settings_are_as_before(self):
        from django.conf import settings

        self.assertEqual(settings.MIGRATION_MODULES, {})

    def test_nothing_is_done_twice(self):
        with mock.patch.object(database, "call_command") as call_command:
            database.create_tables()
        call_command.assert_not_called()

    def test_a_new_model_is_noticed(self):
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE bare_thing_others")
            cursor.execute("DROP TABLE bare_thing")
        database.create_tables()
        self.assertIn("bare_thing", connection.introspection.table_names())
        self.assertIn("bare_thing_others", connection.introspection.table_names())

    def test_a_new_migration_is_noticed(self):
        from django.db.migrations.recorder import MigrationRecorder

        MigrationRecorder.Migration.objects.filter(app="migrated").delete()
        database.create_tables()
        self.assertTrue(MigrationRecorder.Migration.objects.filter(app="migrated").exists())


if __name__ == "__main__":
    unittest.main()
