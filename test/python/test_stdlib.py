"""The standard library as it is built for the browser: what is left out is not missed."""

import contextlib
import importlib
import io
import sys
import unittest
from pathlib import Path

from support import IN_PYODIDE

# Those that act when they are imported, and those that want Windows.
UNWILLING = {"antigravity", "this", "encodings.mbcs", "encodings.oem"}


def modules():
    """Return the names of all modules whose source or bytecode is in the library."""
    root = Path(importlib.__file__).parent.parent
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if parts[0] == "site-packages" or parts[-1] == "__main__":
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name not in UNWILLING:
            yield name


@unittest.skipUnless(IN_PYODIDE, "The machine's own library is complete.")
class LibraryTests(unittest.TestCase):
    def test_every_module_can_be_imported(self):
        names = list(modules())
        self.assertGreater(len(names), 400)
        with contextlib.redirect_stdout(io.StringIO()):
            for name in names:
                with self.subTest(name):
                    importlib.import_module(name)

    def test_it_is_in_bytecode(self):
        import argparse

        self.assertTrue(argparse.__cached__.endswith(f".{sys.implementation.cache_tag}.pyc"))
        self.assertTrue(Path(argparse.__cached__).is_file())
        self.assertIn("argument", argparse.__doc__)

    def test_processes_are_refused_as_ever(self):
        import concurrent.futures
        import multiprocessing

        with self.assertRaises((ImportError, OSError)):
            multiprocessing.Pool(2)
        with self.assertRaises((ImportError, OSError, NotImplementedError)):
            concurrent.futures.ProcessPoolExecutor(2).submit(max, 1, 2)


if __name__ == "__main__":
    unittest.main()
