"""
Servers that a project starts for itself, as ``LiveServerTestCase`` does, and connections to them.

Missing: sockets. A server here does not wait for anybody: what is written to a connection is served
once its other end is read from, by the thread that the server was started on. So a server has
started when ``serve_forever()`` returns, and goes on until it is closed.

Only what the same interpreter has started can be connected to in this way.

Delete it when Pyodide can start threads, and connect sockets to itself.
"""

import io
import socket
import socketserver
from errno import EADDRINUSE
from itertools import count

from . import started_threads

__all__ = ["Connection", "connect", "install", "serves"]

HOSTS = ("localhost", "127.0.0.1", "0.0.0.0", "::1", "::", "")

_real_close = socketserver.TCPServer.server_close
_real_connection = socket.create_connection

_servers = {}
# Where a system takes ports from for those who do not care.
_ports = count(49152)


class Connection:
    """A socket that is connected to a server of this interpreter."""

    def __init__(self, server, number):
        self._server = server
        self._address = "127.0.0.1", number
        self._sent = bytearray()
        self._received = bytearray()
        self._is_open = True

    def sendall(self, data, flags=0):
        self._sent += data

    def send(self, data, flags=0):
        self._sent += data
        return len(data)

    def recv_into(self, buffer, size=0, flags=0):
        data = self.recv(size or len(buffer), flags)
        buffer[: len(data)] = data
        return len(data)

    def recv(self, size, flags=0):
        """Return what there is; nothing means that the server has closed the connection."""
        if self._sent and not self._received and self._is_open:
            self._serve()
        data = bytes(self._received[:size])
        del self._received[:size]
        return data

    def makefile(self, mode="r", buffering=None, **options):
        stream = io.BufferedRWPair(_Stream(self), _Stream(self))
        return stream if "b" in mode else io.TextIOWrapper(stream, **options)

    def getsockname(self):
        return self._address

    def getpeername(self):
        return self._server.server_address

    def close(self, *args):
        """Stand for all that is said about a connection and makes no difference to this one."""

    shutdown = settimeout = setsockopt = setblocking = close

    def gettimeout(self):
        return None

    def _serve(self):
        accepted = _Accepted(bytes(self._sent), self._received)
        self._sent.clear()
        self._server._accepted = accepted, self._address
        with started_threads.as_thread(self._server._own):
            self._server._handle_request_noblock()
        # A server that would have read on keeps the connection.
        self._is_open = accepted.has_waited


class _Stream(io.RawIOBase):
    """A connection as a file."""

    def __init__(self, connection):
        self._connection = connection

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        return self._connection.recv_into(buffer)

    def write(self, data):
        return self._connection.send(data)


class _Accepted:
    """The server's end of a connection: all that was sent until now, and what it answers."""

    def __init__(self, sent, answer):
        self._input = _Input(sent)
        self._answer = answer

    @property
    def has_waited(self):
        """Whether the server wanted more than there was."""
        return self._input.has_ended

    def makefile(self, mode="r", buffering=None):
        return io.BufferedReader(self._input, 1)

    def recv(self, size, flags=0):
        return self._input.read(size)

    def sendall(self, data, flags=0):
        self._answer += data

    def send(self, data, flags=0):
        self._answer += data
        return len(data)

    def close(self, *args):
        """Stand for all that makes no difference, like that of the other end."""

    shutdown = settimeout = setsockopt = setblocking = close


class _Input(io.RawIOBase):
    """Reads what was sent, and notes when more is wanted."""

    def __init__(self, sent):
        self._sent = io.BytesIO(sent)
        self.has_ended = False

    def readable(self):
        return True

    def readinto(self, buffer):
        size = self._sent.readinto(buffer)
        self.has_ended = self.has_ended or size == 0
        return size


def _bind(self):
    """Stand for ``TCPServer.server_bind``."""
    host, port = self.server_address[:2]
    if port in _servers:
        raise OSError(EADDRINUSE, "Address already in use")
    while port == 0 or port in _servers:
        port = next(_ports)
    self.server_address = host, port


def _activate(self):
    """Stand for ``TCPServer.server_activate``."""
    _servers[self.server_address[1]] = self


def _accept(self):
    """Stand for ``TCPServer.get_request``."""
    return self._accepted


def _serve(self, poll_interval=0.5):
    """Stand for ``BaseServer.serve_forever``."""
    self._own = started_threads.Own.copied()


def _shut_down(self):
    """Stand for ``BaseServer.shutdown``: it is the connections that make a server do anything."""


def _close(self):
    """Stand for ``TCPServer.server_close``."""
    _servers.pop(self.server_address[1], None)
    _real_close(self)


def serves(host, port):
    """Return whether this interpreter has started a server there."""
    return host in HOSTS and port in _servers


def connect(address, *args, **kwargs):
    """Stand for ``socket.create_connection``."""
    host, port = address
    if not serves(host, port):
        return _real_connection(address, *args, **kwargs)
    return Connection(_servers[port], next(_ports))


def install():
    """Let servers be started, and connected to."""
    server = socketserver.TCPServer
    server.server_bind, server.server_activate, server.get_request = _bind, _activate, _accept
    server.serve_forever, server.shutdown, server.server_close = _serve, _shut_down, _close
    socket.create_connection = connect
