"""The pages that a test is wrapped into which is nothing but a script."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from wptserve import handlers
from wptserve.utils import HTTPException

__all__ = ["wrap"]

META = re.compile(r"^//\s*META:\s*(\w+)=(.*)$")

GLOBALS = """<script>
self.GLOBAL = {isWindow: () => true, isWorker: () => false, isShadowRealm: () => false};
</script>"""


@dataclass
class Wrapper:
    headers: list
    content: bytes


def wrap(request):
    """Return the page, or ``None`` where the path is that of a file."""
    for kind in ("any", "window"):
        ending = f".{kind}.html"
        if request.url_parts.path.endswith(ending):
            path = handlers.filesystem_path(None, request).removesuffix(ending) + f".{kind}.js"
            if not Path(path).exists():
                raise HTTPException(404)
            return make_page(request, path, kind)
    return None


def make_page(request, path, kind):
    metas = read_metas(Path(path).read_text(encoding="utf-8"))
    values = dict(metas)
    scripts = ["/resources/testharness.js", "/resources/testharnessreport.js"]
    scripts += [value for name, value in metas if name == "script"]
    query = f"?{request.url_parts.query}" if request.url_parts.query else ""
    own = f"{request.url_parts.path.removesuffix('.html')}.js{query}"
    tags = [f'<script src="{escape(script)}"></script>' for script in scripts]
    lines = [
        "<!doctype html>",
        "<meta charset=utf-8>",
        *(['<meta name="timeout" content="long">'] if values.get("timeout") == "long" else []),
        *([f"<title>{escape(values['title'])}</title>"] if "title" in values else []),
        *([GLOBALS] if kind == "any" else []),
        *tags,
        "<div id=log></div>",
        f'<script src="{escape(own)}"></script>',
    ]
    headers = [(b"Content-Type", b"text/html"), *handlers.load_headers(request, path)]
    return Wrapper(headers, "\n".join(lines).encode())


def read_metas(text):
    metas = []
    for line in text.splitlines():
        if match := META.match(line):
            metas.append((match[1], match[2].strip()))
        elif line.strip() and not line.startswith("//"):
            break
    return metas
