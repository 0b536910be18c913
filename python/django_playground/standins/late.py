"""
Changes to packages that a project brings, made when it imports them.

Missing: nothing, but what stands in for a part of a package cannot be put in place before the
package is there, and importing it for that would cost those who do not want it.

Delete it with the last of those who use it.
"""

import sys
from importlib.machinery import PathFinder

__all__ = ["when_imported"]

_changes = {}


def when_imported(name, change):
    """Call ``change(module)`` once the module of that name is there."""
    if name in sys.modules:
        change(sys.modules[name])
        return
    _changes[name] = change
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)


class _Finder:
    """Finds the modules that are to be changed."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        change = _changes.get(name)
        spec = change and PathFinder.find_spec(name, path, target)
        if not spec:
            return None
        execute = spec.loader.exec_module

        def execute_and_change(module):
            execute(module)
            change(module)

        spec.loader.exec_module = execute_and_change
        return spec
