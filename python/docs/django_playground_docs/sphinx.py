"""An extension of Sphinx: ``django-playground``, ``django-file``, and prose that acts on them."""

import shutil
from pathlib import Path

from docutils import nodes
from docutils.nodes import Element, Node
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxTranslator

from django_playground_docs.roles import ROLES, action
from django_playground_docs.words import ELEMENT_WORDS, FILE_WORDS, PLAYGROUND, attributes_text

__all__ = ["FileDirective", "PlaygroundDirective", "playground", "playground_file", "setup"]

logger = logging.getLogger(__name__)

# Where `django_playground_files` are copied to, below the pages.
FOLDER = "_static/django-playground"

# What only the package's other users need.
UNWANTED = ("types", "markdown", "*.map")

LANGUAGES = {
    ".css": "css",
    ".html": "html+django",
    ".js": "javascript",
    ".json": "json",
    ".md": "markdown",
    ".py": "python",
    ".sh": "sh",
    ".sql": "sql",
    ".toml": "toml",
    ".txt": "text",
    ".xml": "xml",
    ".yaml": "yaml",
    ".yml": "yaml",
}


class playground(nodes.General, Element):
    """A playground; its files are inside."""


class playground_file(nodes.General, Element):
    """A file of a playground: its code, below its path."""


class PlaygroundDirective(SphinxDirective):
    """A playground, with its files as content: ``.. django-playground:: polls``."""

    has_content = True
    optional_arguments = 1
    option_spec = dict.fromkeys(ELEMENT_WORDS, directives.unchanged)

    def run(self) -> list[Node]:
        """Parse the content."""
        options = {
            "path" if name == "url" else name: value or "" for name, value in self.options.items()
        }
        name = {"id": self.arguments[0]} if self.arguments else {}
        node = playground("", attributes={**name, **options})
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class FileDirective(SphinxDirective):
    """A file: ``.. django-file:: polls/views.py``, with its text as content."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec = {
        **dict.fromkeys((name for name in FILE_WORDS if name != "path"), directives.unchanged),
        "for": directives.unchanged_required,
        "language": directives.unchanged_required,
        "source": directives.unchanged_required,
    }

    def run(self) -> list[Node]:
        """Make a code block with a caption, as other writers have it."""
        path = self.arguments[0]
        text = self._source() if "source" in self.options else "\n".join(self.content)
        code = nodes.literal_block(text, text)
        code["language"] = self.options.get("language") or LANGUAGES.get(Path(path).suffix, "text")
        caption = nodes.caption("", path)
        block = nodes.container("", caption, code, literal_block=True)
        block["classes"].append("literal-block-wrapper")
        attributes = {"data-path": path}
        attributes |= {
            f"data-{name}": value or ""
            for name, value in self.options.items()
            if name in (*FILE_WORDS, "for")
        }
        node = playground_file("", block, attributes=attributes)
        for each in (node, block, caption, code):
            self.set_source_info(each)
        return [node]

    def _source(self) -> str:
        relative, absolute = self.env.relfn2path(self.options["source"])
        self.env.note_dependency(relative)
        try:
            return Path(absolute).read_text(encoding="utf-8").rstrip("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise self.error(
                f"The source of {self.arguments[0]} cannot be read: {error}"
            ) from error


def setup(app: Sphinx) -> dict[str, object]:
    """Register directives, nodes and settings."""
    app.add_config_value("django_playground_files", None, "html")
    app.add_config_value("django_playground_url", None, "html")
    app.add_directive(PLAYGROUND, PlaygroundDirective)
    app.add_directive("django-file", FileDirective)
    for name, role in ROLES.items():
        app.add_role(name, role())
    for node in (playground, playground_file, action):
        plain = dict.fromkeys(("latex", "text", "man", "texinfo"), (_pass, _pass))
        app.add_node(node, html=(_open, _close), **plain)
    app.connect("doctree-read", _warn_of_strays)
    app.connect("html-page-context", _add_script)
    app.connect("build-finished", _copy_files)
    return {"version": "0.0.0", "parallel_read_safe": True, "parallel_write_safe": True}


def _warn_of_strays(app: Sphinx, doctree: Node) -> None:
    for node in doctree.findall(playground_file):
        parent = node.parent
        while parent is not None and not isinstance(parent, playground):
            parent = parent.parent
        if parent is None and "data-for" not in node["attributes"]:
            logger.warning(
                "%s belongs to no playground. Put it into one, or name one with `:for:`.",
                node["attributes"]["data-path"],
                location=node,
            )


def _tag(node: Element) -> str:
    if isinstance(node, action):
        return "span"
    return PLAYGROUND if isinstance(node, playground) else "div"


def _end(node: Element) -> str:
    return "" if isinstance(node, action) else "\n"


def _runs_scripts(app_or_builder: object) -> bool:
    """Tell an ePub, which is HTML for readers that run no script, from pages."""
    builder = getattr(app_or_builder, "builder", app_or_builder)
    return builder.format == "html" and builder.name != "epub"


def _open(self: SphinxTranslator, node: Element) -> None:
    if _runs_scripts(self.builder):
        self.body.append(f"<{_tag(node)}{attributes_text(node['attributes'])}>{_end(node)}")


def _close(self: SphinxTranslator, node: Element) -> None:
    if _runs_scripts(self.builder):
        self.body.append(f"</{_tag(node)}>{_end(node)}")


def _pass(self: SphinxTranslator, node: Element) -> None:
    """Leave a node to its children, which are code blocks."""


def _add_script(
    app: Sphinx, page: str, template: str, context: dict[str, object], doctree: Node | None
) -> None:
    if doctree is None or not _runs_scripts(app) or not any(doctree.findall(playground)):
        return
    url = app.config.django_playground_url
    if app.config.django_playground_files is not None:
        # Sphinx finds the way there from every page.
        url = FOLDER.removeprefix("_static/")
    if url is not None:
        app.add_js_file(f"{url.rstrip('/')}/{PLAYGROUND}.js", type="module")
        app.add_css_file(f"{url.rstrip('/')}/{PLAYGROUND}.css")


def _copy_files(app: Sphinx, exception: Exception | None) -> None:
    files = app.config.django_playground_files
    if exception or files is None or not _runs_scripts(app):
        return
    folder = Path(app.confdir, files)
    if not (folder / f"{PLAYGROUND}.js").is_file():
        raise ExtensionError(
            f"django_playground_files is {files!r}, but there is no {PLAYGROUND}.js in {folder}. "
            "Let it name the folder `dist` of the npm package django-playground."
        )
    target = Path(app.outdir, FOLDER)
    shutil.copytree(folder, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*UNWANTED))
