"""
``http.client`` and urllib3, and with them ``urllib.request`` and requests.

Missing: sockets. What a client writes to a connection here is the request that the browser makes
once the client wants to read. urllib3 has a way of its own to ask the browser, which says nothing
of a refusal and keeps objects of JavaScript, so that no snapshot can be made.

Delete it when browsers let pages open sockets.
"""

import http.client
import socket
import sys
from types import ModuleType
from urllib.parse import urljoin

from . import servers
from .late import when_imported

__all__ = ["Exchange", "install"]

_real_connect = http.client.HTTPConnection.connect


class Exchange(servers.Connection):
    """A socket that is connected to a host by way of the browser."""

    def __init__(self, origin, address, timeout):
        super().__init__(None, 0)
        self._origin = origin
        self._peer = address
        self._timeout = timeout

    def settimeout(self, timeout):
        self._timeout = timeout

    def gettimeout(self):
        return self._timeout

    def getpeername(self):
        return self._peer

    def _serve(self):
        from .web import ask_now

        request = _read_request(bytes(self._sent), self._origin)
        self._sent.clear()
        self._is_open = False
        self._received += _write_answer(ask_now(request, self._timeout), request.method)


def _read_request(sent, origin):
    """Return the request that a client has written."""
    from .web import Request

    head, _, body = sent.partition(b"\r\n\r\n")
    line, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = line.split(" ", 2)
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    if any(name.lower() == "transfer-encoding" for name, _ in headers):
        body = _join_chunks(body)
    # Who believes to have a proxy writes the whole address.
    return Request(method, urljoin(origin, target), headers, body)


def _join_chunks(body):
    parts = []
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size.partition(b";")[0], 16)
        if length == 0:
            break
        parts.append(body[:length])
        body = body[length + 2 :]
    return b"".join(parts)


def _write_answer(answer, method):
    """Return an answer as it would come over a connection that is closed behind it."""
    has_body = method != "HEAD" and answer.status not in (204, 304)
    lines = [f"HTTP/1.1 {answer.status} {answer.reason}"]
    for name, value in answer.headers:
        if not has_body or name.lower() != "content-length":
            lines.append(f"{name}: {value}")
    if has_body:
        lines.append(f"content-length: {len(answer.body)}")
    head = "\r\n".join([*lines, "connection: close", "", ""])
    return head.encode("latin-1", "replace") + (answer.body if has_body else b"")


def _connect(self):
    """Stand for ``HTTPConnection.connect``, that of urllib3 too."""
    tunnel = self._tunnel_host
    host, port = (tunnel, self._tunnel_port) if tunnel else (self.host, self.port)
    if servers.serves(host, port):
        self.sock = servers.connect((host, port))
        return
    scheme = "https" if self.default_port == http.client.HTTPS_PORT else "http"
    where = f"[{host}]" if ":" in host else host
    origin = f"{scheme}://{where}/" if port == self.default_port else f"{scheme}://{where}:{port}/"
    known = self.timeout is None or isinstance(self.timeout, (int, float))
    timeout = self.timeout if known else socket.getdefaulttimeout()
    self.sock = Exchange(origin, (host, port), timeout)
    # The browser does, whatever urllib3 was told.
    self.is_verified = True


def install():
    """Put the stand-ins in place."""
    http.client.HTTPConnection.connect = http.client.HTTPSConnection.connect = _connect
    when_imported("urllib3.connection", _change_urllib3)
    own = ModuleType("urllib3.contrib.emscripten", "Stands for that of urllib3.")
    own.inject_into_urllib3 = lambda: None
    sys.modules[own.__name__] = own


def _change_urllib3(connection):
    connection.HTTPConnection.connect = connection.HTTPSConnection.connect = _connect
