"""
Python that is started as a process: what is said here holds for real processes too.

Only what tells of the stand-in itself is for Pyodide alone.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from support import IN_PYODIDE, captured


def python(*args, **options):
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, **options)


class ProcessTests(unittest.TestCase):
    def test_arguments_streams_and_exit_code(self):
        program = (
            "import sys; print(sys.argv[1:], sys.stdin.read()); print('ä', file=sys.stderr); "
            "sys.exit(7)"
        )
        ended = python("-c", program, "-a", "b c", input="ö\n", encoding="utf-8")
        self.assertEqual(ended.stdout, "['-a', 'b c'] ö\n\n")
        self.assertEqual(ended.stderr, "ä\n")
        self.assertEqual(ended.returncode, 7)

    def test_exits(self):
        for program, code, message in (
            ("import sys; sys.exit()", 0, ""),
            ("import sys; sys.exit('why')", 1, "why\n"),
            ("import sys; sys.exit(257)", 1, ""),
            ("import atexit; atexit.register(print, 'last')", 0, ""),
        ):
            with self.subTest(program=program):
                ended = python("-c", program)
                self.assertEqual((ended.returncode, ended.stderr), (code, message))
        self.assertEqual(ended.stdout, "last\n")

    def test_an_exception_is_printed_without_what_led_to_it(self):
        ended = python("-c", "1 / 0")
        self.assertEqual(ended.returncode, 1)
        self.assertTrue(ended.stderr.endswith("ZeroDivisionError: division by zero\n"))
        self.assertEqual(ended.stderr.count("File "), 1)

    def test_nothing_is_shared(self):
        sys.mark = 1
        self.addCleanup(lambda: delattr(sys, "mark"))
        program = (
            "import os, sys; print(hasattr(sys, 'mark'), 'unittest' in sys.modules); sys.mark = 2; "
            "os.chdir('/'); os.environ['MARK'] = '2'"
        )
        before = os.getcwd(), dict(os.environ)
        ended = python("-c", program)
        self.assertEqual((ended.stdout, ended.stderr), ("False False\n", ""))
        self.assertEqual((os.getcwd(), dict(os.environ)), before)
        self.assertEqual(python("-c", "import os; print(os.getenv('MARK'))").stdout, "None\n")
        self.assertEqual(sys.mark, 1)

    def test_folder_environment_and_modules(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "tool.py").write_text("import sys; print(__name__, sys.argv[1:])")
            Path(folder, "script.py").write_text("import os, tool; print(os.environ['MARK'])")
            environment = {**os.environ, "MARK": "ä"}
            ended = python("script.py", cwd=folder, env=environment)
            self.assertEqual((ended.stdout, ended.stderr), ("tool []\nä\n", ""))
            self.assertEqual(python("-m", "tool", "a", cwd=folder).stdout, "__main__ ['a']\n")
            path = {**environment, "PYTHONPATH": folder}
            self.assertEqual(python("-c", "import tool", env=path).stdout, "tool []\n")

    def test_what_is_not_there(self):
        self.assertEqual(python("nowhere.py").returncode, 2)
        self.assertIn("No module named nowhere", python("-m", "nowhere").stderr)
        with self.assertRaises(FileNotFoundError):
            subprocess.run(["there-is-no-such-program"])
        with self.assertRaises(FileNotFoundError):
            python("-c", "pass", cwd="/there-is-no-such-folder")

    def test_warnings(self):
        program = "import warnings; warnings.warn('one')"
        self.assertIn("UserWarning: one", python("-c", program).stderr)
        self.assertEqual(python("-W", "ignore", "-c", program).returncode, 0)
        self.assertEqual(python("-Werror", "-c", program).returncode, 1)

    def test_both_streams_in_one(self):
        program = "import sys; print(1, flush=True); print(2, file=sys.stderr); print(3)"
        output = subprocess.check_output(
            [sys.executable, "-c", program], stderr=subprocess.STDOUT, text=True
        )
        self.assertEqual(output, "1\n2\n3\n")

    def test_files_and_nothing(self):
        with tempfile.TemporaryFile("w+") as file:
            subprocess.run(
                [sys.executable, "-c", "import sys; print(1); print(2, file=sys.stderr)"],
                stdout=file,
                stderr=subprocess.DEVNULL,
                check=True,
            )
            file.seek(0)
            self.assertEqual(file.read(), "1\n")

    def test_a_conversation_that_is_written_first(self):
        command = [sys.executable, "-c", "print(input() + input())"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            self.assertIsNone(process.poll())
            process.stdin.write("a\n")
            process.stdin.write("b\n")
            process.stdin.close()
            process.wait()
            self.assertEqual(process.stdout.read(), "ab\n")

    def test_ended_before_its_input(self):
        with subprocess.Popen([sys.executable], stdin=subprocess.PIPE) as process:
            process.terminate()
        self.assertEqual(process.returncode, -15)

    def test_failure(self):
        with self.assertRaises(subprocess.CalledProcessError):
            subprocess.run([sys.executable, "-c", "import sys; sys.exit(2)"], check=True)

    def test_a_process_starts_another(self):
        program = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(1)'])"
        self.assertEqual(python("-c", program).stdout, "1\n")

    def test_passwords(self):
        for digest, length in (("sha256", None), ("sha1", 50)):
            program = (
                f"import hashlib; print(hashlib.pbkdf2_hmac({digest!r}, b'a', b'b', 9, {length}))"
            )
            derived = hashlib.pbkdf2_hmac(digest, b"a", b"b", 9, length)
            self.assertEqual(python("-c", program).stdout, f"{derived}\n")

    def test_django(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "site_of_a_process.py").write_text(
                "SECRET_KEY = 'a'\n"
                "INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes']\n"
                "DATABASES = {'default': "
                "{'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}\n"
            )
            environment = {
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "site_of_a_process",
                "PYTHONPATH": os.pathsep.join([folder, *sys.path]),
            }
            program = (
                "import asyncio\n"
                "from django.contrib.auth.models import User\n"
                "asyncio.run(User.objects.acreate(username='ä'))\n"
                "print(User.objects.get())"
            )
            for args in (["migrate"], ["shell", "-c", program]):
                ended = python("-m", "django", *args, cwd=folder, env=environment)
                self.assertEqual((ended.returncode, ended.stderr), (0, ""))
            self.assertIn("ä\n", ended.stdout)

    @unittest.skipUnless(IN_PYODIDE, "CPython's goes to a descriptor.")
    def test_what_is_inherited_is_printed(self):
        with captured() as output:
            subprocess.run([sys.executable, "-c", "print(1)"])
        self.assertEqual(output.getvalue(), "1\n")

    @unittest.skipUnless(IN_PYODIDE, "CPython can run them.")
    def test_other_programs_are_refused(self):
        with self.assertRaisesRegex(FileNotFoundError, "in a browser: 'ls'"):
            subprocess.run(["ls"])
        with (
            tempfile.NamedTemporaryFile() as file,
            self.assertRaisesRegex(PermissionError, "in a browser"),
        ):
            subprocess.run([file.name])
        ended = subprocess.run("ls -l", shell=True, capture_output=True, text=True)
        self.assertEqual(ended.returncode, 127)
        self.assertEqual(ended.stderr, "sh: ls: only Python can be run in a browser\n")

    def test_python_in_a_shell(self):
        ended = subprocess.run(f'"{sys.executable}" -c "print(1)"', shell=True, capture_output=True)
        self.assertEqual(ended.stdout, b"1\n")


if __name__ == "__main__":
    unittest.main()
