"""What JavaScript throws, as exceptions of Django's."""

import ast
import linecache

__all__ = ["JsError"]

LONGEST_LINE = 200


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
    lines = _shown_lines(path)
    text = lines[line - 1].rstrip() if line <= len(lines) else ""
    # Of the whole line, so that no part of it is underlined.
    columns = len(text) - len(text.lstrip()), len(text.encode())
    module = ast.parse("raise passed")
    for node in ast.walk(module):
        if hasattr(node, "lineno"):
            node.lineno = node.end_lineno = line
            node.col_offset, node.end_col_offset = columns
    code = compile(module, path, "exec").replace(co_name=name or "<anonymous>")
    try:
        exec(code, {"passed": _Passed(), "__loader__": _Loader(path)}, {})
    except _Passed as passed:
        return passed.__traceback__.tb_next


class _Loader:
    """Gives Django's debug page the lines that tracebacks show."""

    def __init__(self, path):
        self.path = path

    def get_source(self, name):
        return "".join(_shown_lines(self.path))


def _shown_lines(path):
    """Return a file's lines as tracebacks show them: one that a bundler wrote is far too long."""
    linecache.checkcache(path)
    lines = linecache.getlines(path)
    if any(len(line) > LONGEST_LINE for line in lines):
        size, modified, _, name = linecache.cache[path]
        lines = [_shortened(line) for line in lines]
        linecache.cache[path] = size, modified, lines, name
    return lines


def _shortened(line):
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 2]}…\n"
