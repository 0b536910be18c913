"""Streams that pass text on, and standard input."""

import contextlib
import getpass
import io
import logging
import sys
import unittest
import warnings

from django_playground import console
from support import captured


class OutputTests(unittest.TestCase):
    def setUp(self):
        self.written = []
        self.stream = console.output_stream("stdout", lambda *args: self.written.append(args))

    def test_lines_are_passed_on_as_they_end(self):
        print("one", end="", file=self.stream)
        self.assertEqual(self.written, [])
        print(" line", file=self.stream)
        self.assertEqual(self.written, [("stdout", "one line\n")])

    def test_flush(self):
        print("Name: ", end="", flush=True, file=self.stream)
        self.assertEqual(self.written, [("stdout", "Name: ")])

    def test_no_text_is_lost_or_split(self):
        text = "ü€😀" * 10_000 + "\n"
        self.stream.write(text)
        self.assertEqual("".join(part for name, part in self.written), text)

    def test_bytes(self):
        self.stream.buffer.write("ü".encode()[:1])
        self.stream.buffer.write("ü".encode()[1:])
        self.assertEqual(self.written, [("stdout", "ü")])

    def test_lone_surrogates(self):
        print("\ud800", file=self.stream)
        self.assertEqual(self.written, [("stdout", "\\ud800\n")])

    def test_it_is_no_terminal(self):
        self.assertFalse(self.stream.isatty())
        self.assertEqual(self.stream.name, "<stdout>")
        with self.assertRaises(io.UnsupportedOperation):
            self.stream.fileno()


class LevelTests(unittest.TestCase):
    """What is logged says how serious it is, and what is printed does not."""

    @classmethod
    def setUpClass(cls):
        emit, show = logging.StreamHandler.emit, warnings.showwarning
        console.install_levels()

        def restore():
            logging.StreamHandler.emit, warnings.showwarning = emit, show

        cls.addClassCleanup(restore)

    def written(self, write):
        written = []
        stream = console.output_stream("stderr", lambda *args: written.append(args))
        with contextlib.redirect_stderr(stream):
            write(stream)
            stream.flush()
        return written

    def test_logging(self):
        logger = logging.getLogger("of these tests")

        def write(stream):
            handler = logging.StreamHandler(stream)
            logger.addHandler(handler)
            print("before", end="", file=stream)
            logger.error("wrong")
            print("after", file=stream)
            logger.removeHandler(handler)

        self.assertEqual(
            self.written(write),
            [("stderr", "before"), ("stderr", "wrong\n", "error"), ("stderr", "after\n")],
        )

    def test_warnings(self):
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            written = self.written(lambda stream: warnings.warn("careful", stacklevel=1))
        self.assertEqual({args[2] for args in written}, {"warning"})
        self.assertIn("UserWarning: careful", "".join(args[1] for args in written))


class NoInputTests(unittest.TestCase):
    def test_everything_says_why(self):
        stream = console.NoInput()
        for read in (
            stream.read,
            stream.readline,
            lambda: next(stream),
            stream.readlines,
        ):
            with self.subTest(read), self.assertRaisesRegex(OSError, "request.POST"):
                read()

    def test_input(self):
        with captured(), self.assertRaisesRegex(OSError, "standard input"):
            input("Name: ")


class TypedInputTests(unittest.TestCase):
    def setUp(self):
        before = sys.stdin
        sys.stdin = self.typed = console.TypedInput("first\nsecond")
        self.addCleanup(setattr, sys, "stdin", before)

    def test_input_shows_what_is_typed(self):
        with captured() as output:
            self.assertEqual(input("One: "), "first")
            self.assertEqual(input("Two: "), "second")
            self.assertFalse(self.typed.exhausted)
            with self.assertRaises(EOFError):
                input("Three: ")
        self.assertTrue(self.typed.exhausted)
        self.assertEqual(output.getvalue(), "One: first\nTwo: second\nThree: ")

    def test_passwords_are_not_shown(self):
        before, getpass.getpass = getpass.getpass, console.read_password
        self.addCleanup(setattr, getpass, "getpass", before)
        with captured() as output, warnings.catch_warnings(action="error"):
            self.assertEqual(getpass.getpass(), "first")
            self.assertEqual(getpass.getpass("Again: "), "second")
            with self.assertRaises(EOFError):
                getpass.getpass()
        self.assertEqual(output.getvalue(), "Password: \nAgain: \nPassword: \n")

    def test_it_is_a_terminal(self):
        self.assertTrue(self.typed.isatty())


if __name__ == "__main__":
    unittest.main()
