"""What a project's files and databases hold at one moment, to go back to."""

import importlib
import os
import sys

from django.apps import apps
from django.db import connections

__all__ = ["Savepoint", "clear_model_caches"]


class Savepoint:
    """
    The files below a folder and the databases in memory, as they are now.

    Databases elsewhere, and whatever a command does outside of files and databases, are not part
    of it.
    """

    def __init__(self, root):
        self._root = root
        self._files = dict(_read_files(root))
        self._modules = set(sys.modules)
        self._memory = {
            connection.alias: connection.connection.serialize()
            for connection in _memory_databases()
        }

    def restore(self):
        """Put everything back."""
        connections.close_all()
        for path in set(_walk(self._root)) - self._files.keys():
            os.remove(path)
        for path, content in self._files.items():
            if not os.path.exists(path) or _read(path) != content:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as file:
                    file.write(content)
        for connection in _memory_databases():
            if connection.alias in self._memory:
                connection.connection.deserialize(self._memory[connection.alias])
        self._forget_modules()
        clear_model_caches()

    def _forget_modules(self):
        """Let what was imported of files that are gone be imported anew."""
        for name in set(sys.modules) - self._modules:
            file = getattr(sys.modules[name], "__file__", None)
            if file and file.startswith(self._root) and not os.path.exists(file):
                del sys.modules[name]
        importlib.invalidate_caches()


def clear_model_caches():
    """Forget rows that managers keep, such as content types and sites."""
    for model in apps.get_models():
        clear = getattr(model._default_manager, "clear_cache", None)
        if clear is not None:
            clear()


def _memory_databases():
    for connection in connections.all(initialized_only=True):
        is_sqlite = connection.vendor == "sqlite" and connection.connection is not None
        if is_sqlite and connection.is_in_memory_db():
            yield connection


def _walk(root):
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            yield path


def _read_files(root):
    for path in _walk(root):
        yield path, _read(path)


def _read(path):
    with open(path, "rb") as file:
        return file.read()
