"""Run a Django project inside Pyodide, and all but the bridge to JavaScript in CPython too."""

__all__ = []
