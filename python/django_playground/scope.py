"""An HTTP request, or the handshake of a WebSocket, as an ASGI connection scope."""

import re
from urllib.parse import quote, unquote, urlsplit

__all__ = ["BadRequest", "header_pairs", "http_scope", "websocket_scope"]

# RFC 9110, section 5.6.2.
TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
SOCKET_SCHEMES = {"http": "ws", "https": "wss"}


class BadRequest(ValueError):
    """A request that no browser would send."""


def http_scope(method, url, headers, body_size):
    """
    Return the scope of a request.

    ``url`` is absolute; ``headers`` are pairs of strings. ``Host`` and ``Content-Length`` are
    supplied as a browser does.
    """
    if not TOKEN.fullmatch(method):
        raise BadRequest(f"{method!r} is no HTTP method.")
    host, connection = _connection(url)
    return connection | {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "method": method.upper(),
        "headers": list(_headers(headers, host, body_size)),
        "extensions": {},
    }


def websocket_scope(url, headers, protocols):
    """
    Return the scope of a WebSocket.

    ``url`` is absolute, of HTTP or WebSocket; ``headers`` are pairs of strings, those of a
    browser's handshake among them; ``protocols`` are those that are offered.
    """
    for protocol in protocols:
        if not TOKEN.fullmatch(protocol):
            raise BadRequest(f"{protocol!r} is no name of a subprotocol.")
    host, connection = _connection(url)
    connection["scheme"] = SOCKET_SCHEMES.get(connection["scheme"], connection["scheme"])
    return connection | {
        "type": "websocket",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "headers": list(_headers(headers, host, 0)),
        "subprotocols": list(protocols),
        "extensions": {"websocket.http.response": {}},
    }


def header_pairs(message):
    """Return the headers of an application's message as pairs of strings."""
    return [
        (bytes(name).decode("latin-1"), bytes(value).decode("latin-1"))
        for name, value in message.get("headers", ())
    ]


def _connection(url):
    """Return the host of an address as bytes, and what all scopes have of it."""
    try:
        parts = urlsplit(url)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
        host = parts.netloc.rpartition("@")[2].encode("ascii")
    except (KeyError, ValueError) as error:
        raise BadRequest(f"{url!r} is no absolute HTTP address.") from error
    if not parts.hostname:
        raise BadRequest(f"{url!r} names no host.")
    raw_path = _quote(parts.path or "/")
    return host, {
        "http_version": "1.1",
        "scheme": parts.scheme,
        "path": unquote(raw_path),
        "raw_path": raw_path.encode("ascii"),
        "query_string": _quote(parts.query).encode("ascii"),
        "root_path": "",
        "server": (parts.hostname, port),
        "client": ("127.0.0.1", 0),
        "state": {},
    }


def _quote(text):
    """Quote what cannot stand in a request line, and leave the rest as the sender wrote it."""
    return re.sub(r"[^!-~]+", lambda match: quote(match[0]), text)


def _headers(headers, host, body_size):
    """Yield the header pairs as bytes, with those a browser adds by itself."""
    names = {name.lower() for name, value in headers}
    if "host" not in names:
        yield b"host", host
    # A length that the sender gave may be wrong, and Django believes it.
    if body_size or "content-length" in names:
        yield b"content-length", str(body_size).encode("ascii")
    for name, value in headers:
        if name.lower() == "content-length":
            continue
        if not TOKEN.fullmatch(name) or re.search(r"[\r\n\0]", value):
            raise BadRequest(f"The header {name!r} cannot be sent with the value {value!r}.")
        try:
            yield name.lower().encode("ascii"), value.strip(" \t").encode("latin-1")
        except UnicodeEncodeError as error:
            raise BadRequest(
                f"The header {name!r} has characters beyond Latin-1, which HTTP cannot send."
            ) from error
