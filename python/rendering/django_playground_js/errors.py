"""What JavaScript throws, as exceptions of Django's."""

import ast
import linecache

__all__ = ["JsError"]


class JsError(Exception):
    """
    JavaScript could not render.

    ``name`` is that of JavaScript's own exception, such as ``TypeError``, or ``""`` where none was
    thrown. ``stack`` is a text with the places in the project's files that it came through, as
    JavaScript has it; in tracebacks, and so on Django's debug page, they are the last frames.
    """

    def __init__(self, message, name="", frames=()):
        super().__init__(f"{name}: {message}" if name else message)
        self.name = name
        self.stack = "\n".join([str(self), *(f"    at {_place(**frame)}" for frame in frames)])
        self._frames = frames

    def raised(self):
        """Return the exception with JavaScript's stack as its traceback."""
        traceback = None
        for frame in self._frames:
            entry = _traceback_entry(**frame)
            entry.tb_next = traceback
            traceback = entry
        return self.with_traceback(traceback)


def _place(path, line, name):
    return f"{name} ({path}:{line})" if name else f"{path}:{line}"


class _Passed(Exception):
    """It is raised where JavaScript was."""


def _traceback_entry(path, line, name):
    """Return an entry for a traceback that is at a line of a file, whatever its language."""
    linecache.checkcache(path)
    # Of the whole line, so that no part of it is underlined.
    text = linecache.getline(path, line).rstrip()
    columns = len(text) - len(text.lstrip()), len(text.encode())
    module = ast.parse("raise passed")
    for node in ast.walk(module):
        if hasattr(node, "lineno"):
            node.lineno = node.end_lineno = line
            node.col_offset, node.end_col_offset = columns
    code = compile(module, path, "exec").replace(co_name=name or "<anonymous>")
    try:
        exec(code, {"passed": _Passed()}, {})
    except _Passed as passed:
        return passed.__traceback__.tb_next
