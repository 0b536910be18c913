"""Fenced code blocks in the lines of a Markdown page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Fence", "fences"]

_OPENING = re.compile(r"^(?P<indent>[ \t]*(?:> ?)*[ \t]*)(?P<marks>`{3,}|~{3,})(?P<info>[^`]*)$")


@dataclass(frozen=True)
class Fence:
    """A fenced code block."""

    # Its lines: the first is the opening one, the last the closing one.
    first: int
    last: int
    # What stands before its marks.
    indent: str
    marks: str
    # Without its marks, e.g. `python title="views.py"`.
    info: str


def fences(lines: list[str]) -> Iterator[Fence]:
    """Yield the fences that are closed; one within another is text of that."""
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        last = opening and _closing(lines, at, opening["marks"])
        if opening and last:
            yield Fence(at, last, opening["indent"], opening["marks"], opening["info"].strip())
            at = last
        at += 1


def _closing(lines: list[str], first: int, marks: str) -> int | None:
    closing = re.compile(rf"^[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    return next((at for at in range(first + 1, len(lines)) if closing.match(lines[at])), None)
