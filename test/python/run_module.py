"""
Run one test module and print, as the last line, how many tests passed, failed and were skipped.

Under CPython: ``python run_module.py test_site``. In Pyodide, whose event loop runs already,
``run()`` is called.
"""

import json
import sys
import unittest

from django_playground.standins.event_loop import outside_event_loop


def run(name):
    """Return the counts of a test module as JSON, after its failures were printed."""
    with outside_event_loop():
        suite = unittest.defaultTestLoader.loadTestsFromName(name)
        result = unittest.TextTestRunner(stream=sys.__stderr__, verbosity=0).run(suite)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    passed = max(result.testsRun - failed - skipped, 0)
    return json.dumps({"passed": passed, "failed": failed, "skipped": skipped})


if __name__ == "__main__":
    print(run(sys.argv[1]), file=sys.__stdout__)
