"""
Run one label of Django's own tests, and write what became of each test to a file as it ends.

Under CPython: ``python run_label.py TESTS LABEL RESULTS``, where ``TESTS`` is the folder of
Django's tests. Several labels are joined by a ``+``. In Pyodide, whose event loop runs already,
``run()`` is called.

``RESULTS`` has one JSON object a line. A test that begins is ``{"start": id}``, one that has ended
``{"id", "outcome", "seconds", "why"}``; the last line is ``{"end": count}``. Tests that the file
has already are not run again, so that what a crash or a hang has cost is one test.
"""

import json
import os
import sys
import tempfile
import unittest
from contextlib import nullcontext
from time import perf_counter
from traceback import format_exception

from django.test.runner import DiscoverRunner
from django.test.utils import iter_test_cases

__all__ = ["run"]

# Options of Django's own script that are not used.
OFF = [
    *("failfast", "keepdb", "reverse", "debug_sql", "tags", "exclude_tags"),
    *("test_name_patterns", "start_at", "start_after", "pdb", "buffer", "timing"),
]

# Characters of a traceback that are kept: its end, which says most.
WHY = 3000


class Results:
    """The file of results."""

    def __init__(self, path):
        self.known = set()
        if os.path.exists(path):
            with open(path, encoding="utf-8") as lines:
                # Of a test that began and did not end, the runner has noted why.
                self.known = {json.loads(line).get("id") for line in lines}
        self.file = open(path, "a", encoding="utf-8", buffering=1)  # noqa: SIM115

    def write(self, **line):
        self.file.write(json.dumps(line) + "\n")


class Result(unittest.TextTestResult):
    """Notes the outcome of each test; of subtests the worst is that of their test."""

    results = None

    def startTest(self, test):
        super().startTest(test)
        self._outcome, self._why = None, ""
        self._started = perf_counter()
        self.results.write(start=test.id())

    def stopTest(self, test):
        super().stopTest(test)
        seconds = round(perf_counter() - self._started, 3)
        self._write(test, self._outcome or "passed", seconds, self._why)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note(test, "skipped", reason)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._note(test, "passed", "")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._note(test, "failed", "It was expected to fail.")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._note(test, "failed", err)

    def addError(self, test, err):
        super().addError(test, err)
        self._note(test, "failed", err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._note(test, "failed", err)

    def _note(self, test, outcome, why):
        if isinstance(why, tuple):
            why = "".join(format_exception(*why))[-WHY:]
        if not isinstance(test, unittest.TestCase):
            # A class or a module that could not be set up, in the place of its tests.
            self._write(test, outcome, 0, why)
        elif self._outcome != "failed":
            self._outcome, self._why = outcome, why

    def _write(self, test, outcome, seconds, why):
        self.results.write(id=test.id(), outcome=outcome, seconds=seconds, why=why)


class Runner(DiscoverRunner):
    """Runs the tests that have no result yet."""

    def get_resultclass(self):
        return Result

    def run_suite(self, suite, **kwargs):
        known = Result.results.known
        rest = [test for test in iter_test_cases(suite) if test.id() not in known]
        return super().run_suite(self.test_suite(rest), **kwargs)


def run(tests, label, path, outside=nullcontext()):  # noqa: B008 - it keeps nothing.
    """Run what has no result yet, ``outside`` of the event loop that runs in Pyodide."""
    with outside:
        _run(tests, label, path)


def _run(tests, label, path):
    Result.results = Results(path)
    os.chdir(tests)
    sys.path.insert(0, tests)
    os.environ["DJANGO_SETTINGS_MODULE"] = "test_sqlite"
    # In a folder of its own, as Django's own script has it.
    with tempfile.TemporaryDirectory(prefix="django_", ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = os.environ["TMPDIR"] = folder
        import runtests

        runtests.get_runner = lambda settings: Runner
        runtests.django_tests(
            verbosity=1,
            interactive=False,
            test_labels=label.split("+"),
            parallel=1,
            shuffle=False,
            **dict.fromkeys(OFF),
        )
    Result.results.write(end=True)


if __name__ == "__main__":
    run(*sys.argv[1:])
