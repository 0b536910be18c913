"""The export lists are what they claim to be."""

import ast
import importlib
import pkgutil
import unittest
from pathlib import Path

import django_playground

MODULES = [
    module.name
    for module in pkgutil.walk_packages(django_playground.__path__, "django_playground.")
]


class ExportTests(unittest.TestCase):
    def test_every_module_has_a_docstring_and_a_sorted_list_of_names_it_has(self):
        self.assertIn("django_playground.bridge", MODULES)
        for name in MODULES:
            with self.subTest(name):
                module = importlib.import_module(name)
                self.assertTrue(module.__doc__)
                self.assertEqual(module.__all__, sorted(module.__all__))
                for exported in module.__all__:
                    self.assertTrue(getattr(module, exported).__doc__ or exported.isupper())

    def test_every_public_definition_is_exported(self):
        for name in MODULES:
            with self.subTest(name):
                module = importlib.import_module(name)
                tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
                defined = {
                    node.name
                    for node in tree.body
                    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                    and not node.name.startswith("_")
                }
                self.assertLessEqual(defined, set(module.__all__))

    def test_only_one_module_knows_javascript(self):
        for name in MODULES:
            source = Path(importlib.import_module(name).__file__).read_text(encoding="utf-8")
            imported = {
                alias.name.partition(".")[0]
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.Import)
                for alias in node.names
            } | {
                (node.module or "").partition(".")[0]
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.ImportFrom) and node.level == 0
            }
            with self.subTest(name):
                knows = bool(imported & {"js", "pyodide", "pyodide_js"})
                self.assertEqual(knows, name == "django_playground.host")


if __name__ == "__main__":
    unittest.main()
