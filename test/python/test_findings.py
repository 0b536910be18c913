"""What is said of a project without a request."""

import unittest
from pathlib import Path

from support import SETTINGS, captured, load_site

INITIAL = """
    from django.db import migrations, models

    class Migration(migrations.Migration):
        initial = True
        operations = [
            migrations.CreateModel("Entry", [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False,
                 verbose_name="ID")),
            ]),
        ]
"""

FILES = {
    "mysite/settings.py": SETTINGS.replace('"polls",', '"polls", "blog",')
    + "\n    STATICFILES_DIRS = ['/nowhere']\n",
    "polls/models.py": """\
        from django.db import models

        class Question(models.Model):
            text = models.CharField()

        class Answer(models.Model):
            text = models.CharField(max_length=5)
    """,
    "polls/admin.py": """\
        from django.contrib import admin
        from .models import Question

        @admin.register(Question)
        class QuestionAdmin(admin.ModelAdmin):
            list_display = ["nothing"]
    """,
    "blog/__init__.py": "",
    "blog/migrations/__init__.py": "",
    "blog/migrations/0001_initial.py": INITIAL,
    "blog/models.py": """\
        from django.db import models

        class Entry(models.Model):
            title = models.CharField(max_length=5)
    """,
}
FILES["polls/models.py"] = FILES["polls/models.py"].replace(
    "CharField()", "CharField(max_length=-1)"
)

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


def findings():
    from django_playground.findings import find

    return list(find(site.root))


def find():
    with captured() as output:
        found = {finding["source"]: finding for finding in findings()}
    return found, output.getvalue()


class FindingTests(unittest.TestCase):
    def assertAt(self, finding, path, text, severity="error"):
        line = Path(site.root, path).read_text().splitlines()[finding["line"] - 1]
        self.assertEqual((finding["path"], finding["severity"]), (path, severity))
        self.assertIn(text, line)

    def test_checks_name_their_line(self):
        found, output = find()
        self.assertEqual(output, "")
        self.assertAt(found["fields.E121"], "polls/models.py", "text =")
        self.assertIn("max_length", found["fields.E121"]["message"])
        self.assertAt(found["admin.E108"], "polls/admin.py", "QuestionAdmin")
        self.assertAt(
            found["staticfiles.W004"], "mysite/settings.py", "STATICFILES_DIRS", "warning"
        )

    def test_changes_without_a_migration(self):
        finding = find()[0]["makemigrations"]
        self.assertAt(finding, "blog/models.py", "class Entry", "warning")
        self.assertIn("Entry has changes that are not in a migration", finding["message"])
        self.assertEqual(finding["command"], "makemigrations blog")

    def test_tables_without_migrations_that_are_outdated(self):
        from django.db import connection

        self.assertNotIn("database", find()[0])
        connection.cursor().execute("ALTER TABLE polls_answer DROP COLUMN text")
        finding = find()[0]["database"]
        self.assertAt(finding, "polls/models.py", "class Answer", "warning")
        self.assertIn("before it had text", finding["message"])
        connection.cursor().execute("DROP TABLE polls_answer")
        found = [finding for finding in findings() if "Answer" in finding["message"]]
        self.assertEqual([finding["command"] for finding in found], ["makemigrations polls"])
        self.assertAt(found[0], "polls/models.py", "class Answer", "warning")


if __name__ == "__main__":
    unittest.main()
