"""Management commands, one after another in the interpreter that serves the site."""

import os
import sys
import unittest
from pathlib import Path

from django_playground import commands
from support import captured, load_site, request

FILES = {
    "mysite/urls.py": """
        from django.urls import path
        from polls import views

        urlpatterns = [path("count/", views.count)]
    """,
    "polls/migrations/__init__.py": "",
    "polls/models.py": """
        from django.db import models

        class Question(models.Model):
            text = models.CharField(max_length=200)
    """,
    "polls/views.py": """
        from django.http import HttpResponse
        from .models import Question

        def count(request):
            return HttpResponse(Question.objects.count())
    """,
    "polls/static/polls/style.css": "p {}",
    "polls/fixtures/questions.json": """
        [{"model": "polls.question", "pk": 1, "fields": {"text": "from a fixture"}}]
    """,
    "polls/management/__init__.py": "",
    "polls/management/commands/__init__.py": "",
    "polls/management/commands/fail.py": """
        import os
        import sys
        from django.core.management.base import BaseCommand, CommandError

        class Command(BaseCommand):
            requires_system_checks = []

            def add_arguments(self, parser):
                parser.add_argument("how")

            def handle(self, how, **options):
                if how == "command-error":
                    raise CommandError("nothing to do", returncode=3)
                if how == "exception":
                    raise LookupError("inside")
                if how == "exit":
                    sys.exit(7)
                if how == "exit-message":
                    sys.exit("leaving")
                if how == "interrupt":
                    raise KeyboardInterrupt
                if how == "read":
                    self.stdout.write(sys.stdin.read().upper())
                if how == "eof":
                    raise EOFError("end of some file")
                if how == "mess":
                    os.chdir("/")
                    os.environ["LEFT"] = "behind"
                    sys.path.append("/nowhere")
                    sys.argv.append("more")
                if how == "warn":
                    self.stderr.write("careful")
    """,
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


def run(*args, stdin=""):
    """Return a command's exit code and output."""
    with captured() as output:
        code = commands.run(args, stdin)
    return code, output.getvalue()


def count():
    return int(request(site, "/count/").body)


class CommandTestCase(unittest.TestCase):
    def assertRuns(self, *args, stdin=""):
        code, output = run(*args, stdin=stdin)
        self.assertEqual(code, 0, output)
        return output


class MigrationTests(CommandTestCase):
    """One test, since each step needs the one before: a tutorial's way."""

    def test_a_tutorial_s_way(self):
        migrations = Path(site.root, "polls", "migrations")
        self.assertIn("(no migrations)", self.assertRuns("showmigrations", "polls"))

        output = self.assertRuns("makemigrations")
        self.assertIn("Create model Question", output)
        self.assertTrue((migrations / "0001_initial.py").exists())
        self.assertIn("[ ] 0001_initial", self.assertRuns("showmigrations", "polls"))
        self.assertIn("CREATE TABLE", self.assertRuns("sqlmigrate", "polls", "0001"))

        # The table is there already: the site had one before there was a migration.
        self.assertIn("FAKED", self.assertRuns("migrate"))
        self.assertIn("[X] 0001_initial", self.assertRuns("showmigrations", "polls"))
        self.assertIn("No migrations to apply", self.assertRuns("migrate", "--noinput"))
        self.assertIn("No changes detected", self.assertRuns("makemigrations", "--check"))

    def test_questions_are_answered_from_standard_input(self):
        from django.db import models
        from polls.models import Question

        self.assertRuns("makemigrations")
        models.IntegerField().contribute_to_class(Question, "votes")
        output = self.assertRuns("makemigrations", "polls", stdin="1\n42\n")
        self.assertIn("Select an option: 1\n", output)
        self.assertIn("Add field votes to question", output)
        migration = next(Path(site.root, "polls", "migrations").glob("0002_*.py"))
        self.assertIn("default=42", migration.read_text())
        self.assertIn("OK", self.assertRuns("migrate"))
        Question.objects.create(text="with votes", votes=1)
        Question.objects.all().delete()

    def test_unanswered_questions(self):
        from django.db import models
        from polls.models import Question

        models.IntegerField().contribute_to_class(Question, "rank")
        self.addCleanup(forget_field, Question, "rank")
        code, output = run("makemigrations", "polls", stdin="1\n")
        self.assertEqual(code, 1, output)
        self.assertIn("asks for more than it was given", output)
        self.assertNotIn("Traceback", output)


def forget_field(model, name):
    model._meta.local_fields = [f for f in model._meta.local_fields if f.name != name]
    model._meta._expire_cache()


class DataTests(CommandTestCase):
    def setUp(self):
        from polls.models import Question

        self.addCleanup(lambda: Question.objects.all().delete())

    def test_loaddata_and_dumpdata(self):
        self.assertIn("Installed 1 object", self.assertRuns("loaddata", "questions"))
        self.assertEqual(count(), 1)
        dumped = self.assertRuns("dumpdata", "polls")
        self.assertIn("from a fixture", dumped)
        self.assertRuns("flush", "--noinput")
        self.assertEqual(count(), 0)
        self.assertIn(
            "Installed 1 object", self.assertRuns("loaddata", "--format=json", "-", stdin=dumped)
        )
        self.assertEqual(count(), 1)

    def test_shell(self):
        code = "from polls.models import Question; print(Question(text='made here').text)"
        self.assertIn("made here\n", self.assertRuns("shell", "-c", code))
        output = self.assertRuns("shell", "-i", "python", stdin="x = 20 + 22\nprint(x)\n")
        self.assertIn(">>> print(x)\n42\n", output)

    def test_shell_that_fails(self):
        code, output = run("shell", "-c", "1 / 0")
        self.assertEqual(code, 1)
        self.assertIn("ZeroDivisionError", output)
        self.assertNotIn("django_playground", output)


class UserTests(CommandTestCase):
    def test_createsuperuser_asks(self):
        from django.contrib.auth.models import User

        answers = "ada\nada@example.com\nlovelace-1815\nlovelace-1815\n"
        output = self.assertRuns("createsuperuser", stdin=answers)
        self.assertIn("Superuser created successfully.", output)
        self.assertIn(": ada\nEmail address: ada@example.com\nPassword: \n", output)
        self.assertNotIn("lovelace", output)
        self.assertNotIn("Warning", output)
        self.assertTrue(User.objects.get(username="ada").check_password("lovelace-1815"))

    def test_createsuperuser_without_answers(self):
        code, output = run("createsuperuser", stdin="grace\n")
        self.assertEqual(code, 1)
        self.assertIn("The command “createsuperuser” asks for more than it was given.", output)

    def test_changepassword(self):
        from django.contrib.auth.models import User

        User.objects.create_user("alan", password="before")
        self.assertRuns("changepassword", "alan", stdin="turing-1912\nturing-1912\n")
        self.assertTrue(User.objects.get(username="alan").check_password("turing-1912"))


class OtherCommandTests(CommandTestCase):
    def test_check(self):
        self.assertIn("System check identified no issues", self.assertRuns("check"))

    def test_collectstatic(self):
        self.assertIn("static files copied", self.assertRuns("collectstatic", stdin="yes\n"))
        self.assertTrue(Path(site.root, "collected", "polls", "style.css").exists())

    def test_help(self):
        self.assertIn("Available subcommands", self.assertRuns())
        self.assertIn("manage.py migrate", self.assertRuns("migrate", "--help"))
        self.assertRegex(self.assertRuns("version"), r"^\d+\.\d+")

    def test_startapp(self):
        self.assertRuns("startapp", "blog")
        self.assertTrue(Path(site.root, "blog", "models.py").exists())


class ExitTests(unittest.TestCase):
    def test_codes_and_messages(self):
        cases = {
            "command-error": (3, "CommandError: nothing to do\n"),
            "exit": (7, ""),
            "exit-message": (1, "leaving\n"),
            "warn": (0, "careful\n"),
        }
        for how, expected in cases.items():
            with self.subTest(how):
                self.assertEqual(run("fail", how), expected)

    def test_tracebacks(self):
        cases = {
            "exception": "LookupError: inside",
            "interrupt": "KeyboardInterrupt",
            "eof": "some file",
        }
        for how, message in cases.items():
            with self.subTest(how):
                code, output = run("fail", how)
                self.assertEqual(code, 1)
                self.assertIn("Traceback (most recent call last):", output)
                self.assertIn(message, output)

    def test_unknown_command(self):
        code, output = run("migrat")
        self.assertEqual(code, 1)
        self.assertIn("Unknown command: 'migrat'. Did you mean migrate?", output)

    def test_bad_arguments(self):
        code, output = run("migrate", "--nonsense")
        self.assertEqual(code, 2)
        self.assertIn("unrecognized arguments: --nonsense", output)

    def test_standard_input(self):
        self.assertEqual(run("fail", "read", stdin="ü text\n"), (0, "Ü TEXT\n"))

    def test_unavailable(self):
        for command in ("runserver", "testserver", "dbshell", "runserver_plus"):
            with self.subTest(command):
                code, output = run(command)
                self.assertEqual(code, 1)
                self.assertRegex(output, f"^“{command}” is not available here: .+\\.\n$")

    def test_other_settings(self):
        for args in (["check", "--settings=other"], ["check", "--settings", "other"]):
            code, output = run(*args)
            self.assertEqual(code, 1)
            self.assertIn("the site runs with mysite.settings already", output)
        self.assertEqual(run("check", "--settings", "mysite.settings")[0], 0)


class ProcessTests(unittest.TestCase):
    def state(self):
        return os.getcwd(), sys.argv[:], sys.path[:], dict(os.environ), sys.stdin

    def test_what_a_command_changes_of_its_process_is_put_back(self):
        before = self.state()
        self.assertEqual(run("fail", "mess"), (0, ""))
        self.assertEqual(self.state(), before)

    def test_the_site_serves_on(self):
        for args in (["check"], ["fail", "exception"], ["fail", "exit"], ["nothing"]):
            run(*args)
            self.assertEqual(request(site, "/count/").status, 200)


if __name__ == "__main__":
    unittest.main()
