"""Words such as ``path=polls/views.py readonly``, and which of them are about what."""

import re
from collections.abc import Collection
from html import escape

__all__ = ["ELEMENT_WORDS", "FILE_WORDS", "PLAYGROUND", "attributes_text", "read_words", "without"]

PLAYGROUND = "django-playground"

# About a file; each is an attribute of the same name behind `data-`.
FILE_WORDS = (
    "path",
    "hidden",
    "readonly",
    "selected",
    "label",
    "encoding",
    "delete",
    "preserve-whitespace",
)

# About a playground, whose attributes they are. `path` is the file's, so its own is `url`.
ELEMENT_WORDS = (
    "bare",
    "django",
    "extends",
    "files",
    "layout",
    "line-numbers",
    "live",
    "max-lines",
    "min-lines",
    "output-height",
    "persist",
    "requirements",
    "run",
    "src",
    "superuser",
    "tab-size",
    "theme",
    "url",
    "visitors",
    "wrap",
)

_WORD = re.compile(r"""([^\s={}"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s{}]*)))?""")


def read_words(text: str) -> dict[str, str]:
    """Return the words of a line by name; one that stands alone has the value ``""``."""
    words: dict[str, str] = {}
    for name, *values in _WORD.findall(text):
        words.setdefault(name, "".join(values))
    return words


def without(text: str, names: Collection[str]) -> str:
    """Return the text without some of its words, for whoever reads the others."""
    left = _WORD.sub(lambda match: "" if match[1] in names else match[0], text)
    return " ".join(re.sub(r"\{\s*\}", "", left).split())


def attributes_text(attributes: dict[str, str]) -> str:
    """Return attributes as they stand in a tag, each behind a space."""
    return "".join(
        f' {name}="{escape(value)}"' if value else f" {name}" for name, value in attributes.items()
    )
