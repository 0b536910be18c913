"""Links from Django's debug page to the project's own files."""

import html
import re
from urllib.parse import quote

__all__ = ["link_files"]

# An address that only the page around the site understands.
SCHEME = "django-playground-file:/"


def link_files(response, root):
    """
    Make links of the places in a debug page that lie below ``root``.

    It is done to the page as it was sent, so that Django and the author's own reporters stay as
    they are. A page that is not like Django's stays as it is.
    """
    types = [value for name, value in response.headers if name.lower() == "content-type"]
    if not types or not types[0].startswith("text/html"):
        return
    folder = re.escape(html.escape(root.rstrip("/")) + "/")
    body = response.body.decode("utf-8", "surrogateescape")
    for before, between in (
        (r'<(?:code|span) class="fname">', r"</(?:code|span)>, line "),
        (r"In template <code>", r"</code>, error at line <strong>"),
    ):
        body = re.sub(rf"({before})({folder}([^<]+))({between}(\d+))", _link, body)
    response.body = body.encode("utf-8", "surrogateescape")
    response.headers = [
        (name, str(len(response.body)) if name.lower() == "content-length" else value)
        for name, value in response.headers
    ]


def _link(match):
    before, text, path, after, line = match.groups()
    address = f"{SCHEME}{quote(html.unescape(path))}?line={line}"
    return f'{before}<a href="{html.escape(address)}">{text}</a>{after}'
