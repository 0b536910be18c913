"""Roles of Sphinx for prose that acts on a playground."""

from docutils import nodes
from docutils.nodes import Element, Node, system_message
from sphinx.util.docutils import ReferenceRole

__all__ = ["ROLES", "FileRole", "ManageRole", "PathRole", "action"]


class action(nodes.Inline, nodes.TextElement):
    """Prose that acts; its text is inside."""


class _Role(ReferenceRole):
    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the text, as other writers have it, in what acts."""
        return [action("", "", self.readable(), attributes=self.said())], []

    def readable(self) -> Element:
        """Return what is read."""
        return nodes.inline("", self.title)

    def said(self) -> dict[str, str]:
        """Return what the tag gets."""
        raise NotImplementedError


class ManageRole(_Role):
    """A management command: ``:django-manage:`migrate```."""

    def readable(self) -> Element:
        """Return it as code."""
        return nodes.literal("", self.title)

    def said(self) -> dict[str, str]:
        """Return the command."""
        return {"data-django-manage": self.target}


class PathRole(_Role):
    """A page of the site: ``:django-path:`the poll </polls/1/>```."""

    def said(self) -> dict[str, str]:
        """Return its address."""
        return {"data-django-path": self.target}


class FileRole(_Role):
    """A file, and a line in it: ``:django-file:`the view <polls/views.py:12>```."""

    def said(self) -> dict[str, str]:
        """Return path and line."""
        path, _, line = self.target.partition(":")
        return {"data-django-file": path, **({"data-django-line": line} if line else {})}


ROLES = {"django-file": FileRole, "django-manage": ManageRole, "django-path": PathRole}
