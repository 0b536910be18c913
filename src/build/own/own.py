"""Find out which modules of packages can be imported before there are settings."""

import importlib

__all__ = ["importable"]


def importable(names):
    """Return those names, one a line, whose modules could be imported."""
    found = []
    for name in names.split():
        try:
            importlib.import_module(name)
        # A package may raise whatever it likes, and even exit.
        except BaseException:
            continue
        found.append(name)
    return "\n".join(found)
