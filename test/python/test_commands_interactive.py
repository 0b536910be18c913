"""Commands that ask, the shell, and completion."""

import os
import unittest
from pathlib import Path

from django_playground import commands, completion, console
from django_playground.shell import Shell
from support import captured, load_site

FILES = {
    "polls/models.py": """
        from django.db import models

        class Question(models.Model):
            text = models.CharField(max_length=200)
    """,
    "polls/management/__init__.py": "",
    "polls/management/commands/__init__.py": "",
    "polls/management/commands/interview.py": """
        import sys
        from pathlib import Path
        from django.core.management.base import BaseCommand
        from polls.models import Question

        class Command(BaseCommand):
            def handle(self, **options):
                Path("notes.txt").write_text("begun")
                Path("old.txt").unlink(missing_ok=True)
                Question.objects.create(text="begun")
                self.stderr.write("careful")
                name = input("Name: ")
                try:
                    age = input("Age: ")
                except Exception:
                    age = "caught"
                Question.objects.create(text=f"{name} is {age}")
                self.stdout.write(f"{name}, {age}")
    """,
    "old.txt": "still here",
}

site = None


def setUpModule():
    global site
    site, report = load_site(FILES)
    assert report["error"] is None, report


def run(args, stdin=""):
    """Return exit code or ``None``, whether a secret is asked for, and what was said."""
    with captured() as output:
        try:
            code, hidden = commands.run(args, stdin, interactive=True), None
        except console.Asked as asked:
            code, hidden = None, asked.hidden
    return code, hidden, output.getvalue()


class PromptTests(unittest.TestCase):
    def test_a_command_is_run_until_it_asks_and_leaves_no_trace(self):
        from polls.models import Question

        self.assertEqual(run(["interview"]), (None, False, "careful\nName: "))
        self.assertEqual(Question.objects.count(), 0)
        self.assertFalse(os.path.exists("notes.txt"))
        self.assertEqual(Path("old.txt").read_text(), "still here")
        self.assertEqual(run(["interview"], "Ada\n"), (None, False, "Ada\nAge: "))
        self.assertEqual(Question.objects.count(), 0)
        self.assertEqual(run(["interview"], "Ada\n36\n"), (0, None, "36\nAda, 36\n"))
        self.assertEqual(Question.objects.count(), 2)
        self.assertFalse(os.path.exists("old.txt"))

    def test_createsuperuser(self):
        from django.contrib.auth.models import User

        answers = ""
        said = []
        for answer in ("ada", "", "lovelace-1815", "lovelace-1815"):
            code, hidden, output = run(["createsuperuser"], answers)
            self.assertIsNone(code)
            self.assertEqual(hidden, "lovelace" in answer)
            said.append(output)
            answers += f"{answer}\n"
        code, hidden, output = run(["createsuperuser"], answers)
        self.assertEqual((code, hidden), (0, None))
        said.append(output)
        self.assertRegex(
            "".join(said),
            r"^Username \(leave blank to use '\w+'\): ada\nEmail address: \n"
            r"Password: \nPassword \(again\): \nSuperuser created successfully\.\n$",
        )
        self.assertTrue(User.objects.get(username="ada").check_password("lovelace-1815"))

    def test_flush_is_confirmed(self):
        code, _, output = run(["flush"])
        self.assertIsNone(code)
        self.assertTrue(output.endswith("Type 'yes' to continue, or 'no' to cancel: "), output)
        self.assertEqual(run(["flush"], "no\n")[::2], (0, "no\nFlush cancelled.\n"))

    def test_commands_that_do_not_ask(self):
        code, hidden, output = run(["check"])
        self.assertEqual((code, hidden), (0, None))
        self.assertIn("no issues", output)

    def test_migrations_are_there_for_the_next_command(self):
        self.assertIn("Create model Question", run(["makemigrations", "polls"])[2])
        self.assertIn("0001_initial", run(["showmigrations", "polls"])[2])
        self.assertIn("FAKED", run(["migrate"])[2])


class ShellTests(unittest.TestCase):
    def setUp(self):
        with captured() as output:
            self.shell = Shell()
        self.greeting = output.getvalue()

    def push(self, line):
        with captured() as output:
            state = self.shell.push(line)
        return state, output.getvalue()

    def test_models_are_imported(self):
        self.assertRegex(self.greeting, r"^\d+ objects imported automatically")
        self.assertEqual(self.push("Question.__name__"), ("complete", "'Question'\n"))
        self.assertEqual(self.push("_ + '!'"), ("complete", "'Question!'\n"))

    def test_statements_of_many_lines(self):
        self.assertEqual(self.push("for n in range(2):"), ("incomplete", ""))
        self.assertEqual(self.push("    print(n)"), ("incomplete", ""))
        self.assertEqual(self.push(""), ("complete", "0\n1\n"))

    def test_an_interrupt_drops_an_incomplete_statement(self):
        self.push("if True:")
        self.assertEqual(self.push("\x03"), ("complete", "KeyboardInterrupt\n"))
        self.assertEqual(self.push("1"), ("complete", "1\n"))

    def test_exceptions(self):
        state, output = self.push("1 / 0")
        self.assertEqual(state, "complete")
        self.assertIn('File "<console>", line 1', output)
        self.assertIn("ZeroDivisionError", output)
        self.assertNotIn("django_playground", output)
        self.assertIn("SyntaxError", self.push("1 +")[1])

    def test_nobody_answers_input(self):
        self.assertIn("Assign what you would have typed", self.push("input('Name: ')")[1])

    def test_exit(self):
        self.assertEqual(self.push("exit()"), ("ended", ""))

    def test_completion(self):
        self.assertIn("Question", self.shell.complete("Quest"))
        self.assertIn("Question.objects", self.shell.complete("Question.obj"))
        self.assertEqual(self.shell.complete("nothing_of_this_name"), [])


class CompletionTests(unittest.TestCase):
    def test_names(self):
        names = completion.command_names()
        self.assertEqual(names[0], "interview")
        self.assertIn("migrate", names)

    def test_words(self):
        words = completion.command_words("migrate")
        self.assertIn("--fake-initial", words)
        self.assertIn("polls", words)
        self.assertEqual(completion.command_words("fly"), [])


if __name__ == "__main__":
    unittest.main()
