"""An extension of Python-Markdown: fences that name a playground become one."""

import re
from html import escape

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from django_playground_docs.fences import Fence, fences
from django_playground_docs.words import (
    ELEMENT_WORDS,
    FILE_WORDS,
    PLAYGROUND,
    attributes_text,
    read_words,
    without,
)

__all__ = ["DjangoPlaygroundExtension", "PlaygroundPreprocessor", "makeExtension"]

# Before fenced code is taken away (25), and after white space was made regular (30).
PRIORITY = 27

_TAG = re.compile(r"<(/?)django-playground(?=[\s>])([^>]*)>", re.IGNORECASE)


class DjangoPlaygroundExtension(Extension):
    """Fences that name a playground become one; the tag itself is a block like any other."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register what it is made of."""
        md.block_level_elements.append(PLAYGROUND)
        md.preprocessors.register(PlaygroundPreprocessor(md), PLAYGROUND, PRIORITY)


class PlaygroundPreprocessor(Preprocessor):
    """Puts tags around fences, and leaves the fences to whoever renders them."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the page with the tags."""
        page = _Page(lines)
        result: list[str] = []
        done = 0
        for run in page.runs():
            opening, files, closing = page.place(run)
            for fence, attributes in zip(run, files, strict=True):
                result += lines[done : fence.first]
                words = read_words(fence.info)
                path = words.get("path")
                caption = f"<figcaption>{escape(path)}</figcaption>" if path else ""
                start = f"{opening}<figure{attributes_text(attributes)}>{caption}"
                end = "</figure>" + (closing if fence is run[-1] else "")
                info = without(fence.info, {PLAYGROUND, *FILE_WORDS, *ELEMENT_WORDS})
                result += [
                    *self._block(fence, start),
                    f"{fence.indent}{fence.marks}{info}",
                    *lines[fence.first + 1 : fence.last + 1],
                    *self._block(fence, end),
                ]
                opening = ""
                done = fence.last + 1
        return result + lines[done:]

    def _block(self, fence: Fence, html: str) -> list[str]:
        blank = fence.indent.rstrip()
        return [blank, fence.indent + self.md.htmlStash.store(html), blank]


class _Page:
    """The playgrounds of one page."""

    def __init__(self, lines: list[str]):
        self.lines = lines
        self.fences = list(fences(lines))
        # Playgrounds that are written as tags, and the lines inside them.
        self.taken: set[str] = set()
        self.inside: set[int] = set()
        code = {line for each in self.fences for line in range(each.first, each.last + 1)}
        depth = 0
        for number, line in enumerate(lines):
            for closes, attributes in _TAG.findall(line) if number not in code else ():
                depth += -1 if closes else 1
                self.taken |= {read_words(attributes).get("id", "")} - {""}
            if depth > 0:
                self.inside.add(number)

    def runs(self) -> list[list[Fence]]:
        """Return the fences that are files, those together that follow one another."""
        runs: list[list[Fence]] = []
        for fence in filter(self._is_file, self.fences):
            last = runs[-1][-1] if runs else None
            if last and self._name(last) == self._name(fence) and self._follows(last, fence):
                runs[-1].append(fence)
            else:
                runs.append([fence])
        return runs

    def place(self, run: list[Fence]) -> tuple[str, list[dict[str, str]], str]:
        """Return the tag before a run, attributes of each file in it, and the tag behind it."""
        words = [read_words(fence.info) for fence in run]
        files = [
            {f"data-{name}": each[name] for name in FILE_WORDS if name in each} for each in words
        ]
        if run[0].first in self.inside:
            return "", files, ""
        name = self._name(run[0]) or ""
        if name in self.taken:
            return "", [{**file, "data-for": name} for file in files], ""
        if name:
            self.taken.add(name)
        element = {"id": name} if name else {}
        for each in words:
            for word in filter(ELEMENT_WORDS.__contains__, each):
                element.setdefault("path" if word == "url" else word, each[word])
        return f"<{PLAYGROUND}{attributes_text(element)}>", files, f"</{PLAYGROUND}>"

    def _is_file(self, fence: Fence) -> bool:
        words = read_words(fence.info)
        return PLAYGROUND in words or ("path" in words and fence.first in self.inside)

    def _name(self, fence: Fence) -> str | None:
        return read_words(fence.info).get(PLAYGROUND)

    def _follows(self, one: Fence, other: Fence) -> bool:
        between = self.lines[one.last + 1 : other.first]
        return one.indent == other.indent and not any(line.strip(" \t>") for line in between)


def makeExtension(**options: object) -> DjangoPlaygroundExtension:
    """Make the extension, for those who name it by its module."""
    return DjangoPlaygroundExtension(**options)
