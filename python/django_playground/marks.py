"""Where in the project's own files an exception came through, as data for an editor."""

import os
import traceback

__all__ = ["exception_marks", "location", "relative_path"]

LONGEST_MESSAGE = 1000


def exception_marks(exception, root):
    """
    Return marks of an exception, the most telling one first.

    Each has a path relative to ``root``, a line, perhaps a column, severity, message and source.
    Lines that only led to the one that raised are of severity ``info``.
    """
    marks = []
    told = _first_with_frames(exception, root)
    # Not in a set: an exception of JavaScript has no hash.
    for error in (exception,) if told is exception else (exception, told):
        if place := _template_place(error, root):
            marks.append(_mark(error, *place))
    if place := _syntax_place(told, root):
        marks.append(_mark(told, *place))
    # Of an error in a template, and of one in the syntax, the line is known better than by frames.
    is_led_here = bool(marks) and isinstance(told, SyntaxError | _template_errors())
    for path, line in reversed(_own_lines(told, root)):
        severity = "info" if is_led_here else "error"
        is_led_here = True
        if not any((mark["path"], mark["line"]) == (path, line) for mark in marks):
            marks.append(_mark(told, path, line, severity=severity))
    return marks


def location(exception, root):
    """Return path and line of an exception or of what caused it, or twice ``None``."""
    exception = _first_with_frames(exception, root)
    if place := _syntax_place(exception, root):
        return place[:2]
    lines = _own_lines(exception, root)
    return lines[-1] if lines else (None, None)


def relative_path(filename, root):
    """Return a path relative to ``root``, or ``None`` for one that is not below it."""
    if not os.path.isabs(filename):
        return None
    path = os.path.relpath(os.path.realpath(filename), os.path.realpath(root))
    return None if path.startswith(os.pardir + os.sep) else path


def _first_with_frames(exception, root):
    """Return the exception, or the first of what caused it that says something of the project."""
    current = exception
    while current is not None:
        if _own_lines(current, root) or _syntax_place(current, root):
            return current
        current = current.__cause__ or current.__context__
    return exception


def _own_lines(exception, root):
    """Return path and line of each frame below ``root``, the innermost last."""
    frames = traceback.StackSummary.extract(
        traceback.walk_tb(exception.__traceback__), lookup_lines=False
    )
    places = ((relative_path(frame.filename, root), frame.lineno) for frame in frames)
    return [(path, line) for path, line in places if path and line]


def _syntax_place(exception, root):
    """Return path, line and column of a syntax error, or ``None``."""
    if not isinstance(exception, SyntaxError) or not exception.filename or not exception.lineno:
        return None
    path = relative_path(exception.filename, root)
    return path and (path, exception.lineno, exception.offset or None)


def _template_place(exception, root):
    """Return path, line and column of what failed in a template, or ``None``."""
    info = getattr(exception, "template_debug", None)
    path = info and relative_path(str(info["name"]), root)
    return path and (path, info["line"], len(info["before"]) + 1 if info["during"] else None)


def _template_errors():
    # Imported late: a syntax error can be told before Django is there.
    from django.template import TemplateDoesNotExist, TemplateSyntaxError

    return TemplateSyntaxError | TemplateDoesNotExist


def _mark(exception, path, line, column=None, *, severity="error"):
    name = type(exception).__name__
    # A syntax error's text names file and line, which the mark does by itself.
    text = exception.msg if isinstance(exception, SyntaxError) else str(exception)
    mark = {
        "path": path,
        "line": line,
        "severity": severity,
        "message": (text or name)[:LONGEST_MESSAGE],
        "source": name,
    }
    return mark | {"column": column} if column else mark
