"""What ``wptserve`` takes for a connection: a request to read, and a response to write."""

import asyncio
from http.client import HTTPMessage
from io import BytesIO
from types import SimpleNamespace
from urllib.parse import quote

from .files import ROOT

__all__ = ["Connection"]

# Hosts and ports where nobody is: a site in a frame has none but its own.
NOWHERE = "elsewhere.invalid"
CLOSED = 1


class Config(dict):
    """Where the tests are told that the server is."""

    def __init__(self, host, port):
        elsewhere = dict.fromkeys(("www", "www1", "www2", "天気の良い日", "élève"), NOWHERE)
        domains = {"": host, **elsewhere}
        super().__init__(
            browser_host=host,
            server_host=host,
            ports={
                "http": [port, CLOSED],
                "ws": [port, CLOSED],
                **{name: [CLOSED, CLOSED] for name in ("https", "wss", "h2", "http-private")},
            },
            domains=domains,
        )
        self.domains = domains
        self.all_domains = {"": domains, "alt": {"": NOWHERE, **elsewhere}}
        self.logging = {"suppress_handler_traceback": True}


class Connection:
    protocol_version = "HTTP/1.1"
    client_address = ("127.0.0.1", 0)

    def __init__(self, scope, body):
        self.command = scope["method"]
        path = (scope.get("raw_path") or quote(scope["path"]).encode()).decode("latin-1")
        query = scope["query_string"].decode("latin-1")
        self.path = f"{path}?{query}" if query else path
        self.raw_requestline = f"{self.command} {self.path} HTTP/1.1\r\n".encode("latin-1")
        self.headers = HTTPMessage()
        for name, value in scope["headers"]:
            self.headers[name.decode("latin-1")] = value.decode("latin-1")
        self.headers["content-length"] = self.headers.get("content-length") or str(len(body))
        self.host, _, port = self.headers.get("host", "").partition(":")
        if not port:
            self.headers.replace_header("host", f"{self.host}:80")
        self.config = Config(self.host, int(port or 80))
        self.server = SimpleNamespace(
            router=SimpleNamespace(doc_root=str(ROOT)),
            scheme="http",
            server_address=(self.host, int(port or 80)),
        )
        self.rfile = BytesIO(body)
        self.wfile = Written()

    def version_string(self):
        return "wptserve"

    def date_time_string(self):
        return "Thu, 01 Jan 2026 00:00:00 GMT"


class Written:
    """Bytes that a handler writes itself, head and body, sent on as they come."""

    def __init__(self):
        self.queue = asyncio.Queue()
        self.is_left = False

    def write(self, data):
        if self.is_left:
            raise BrokenPipeError
        self.queue.put_nowait(data)

    def flush(self):
        pass

    def leave(self):
        self.is_left = True

    def end(self):
        self.queue.put_nowait(None)

    async def send(self, send):
        head = b""
        is_begun = False
        while (data := await self.queue.get()) is not None:
            if is_begun:
                await send({"type": "http.response.body", "body": data, "more_body": True})
                continue
            head += data
            lines, end, rest = head.partition(b"\r\n\r\n")
            if not end:
                lines, end, rest = head.partition(b"\n\n")
            if end:
                is_begun = True
                await send(read_head(lines))
                if rest:
                    await send({"type": "http.response.body", "body": rest, "more_body": True})
        if is_begun:
            await send({"type": "http.response.body", "body": b""})


def read_head(lines):
    status, *headers = lines.splitlines()
    pairs = [line.partition(b":")[::2] for line in headers]
    return {
        "type": "http.response.start",
        "status": int(status.split()[1]),
        "headers": [
            (name.strip().lower(), value.strip())
            for name, value in pairs
            if name.strip().lower() not in {b"transfer-encoding", b"connection"}
        ],
    }
