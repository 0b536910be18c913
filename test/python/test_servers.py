"""
Servers that a project starts for itself: what is said here holds with real sockets too.

Django's own tests of ``LiveServerTestCase`` are a part of its suite, see ``test/django/``.
"""

import threading
import unittest
from http.client import HTTPConnection, RemoteDisconnected
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from urllib.request import urlopen

from support import IN_PYODIDE


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(f"{self.command} {self.path}".encode())

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"])).upper())

    def answer(self, body):
        self.send_response(200)
        if self.path == "/close":
            self.close_connection = True
        else:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Keep quiet."""


class ServerTests(unittest.TestCase):
    def serve(self, kind=HTTPServer):
        server = kind(("127.0.0.1", 0), Handler)
        self.addCleanup(server.server_close)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.shutdown)
        return server.server_address

    def connect(self, address):
        connection = HTTPConnection(*address)
        self.addCleanup(connection.close)
        return connection

    def ask(self, connection, *args):
        connection.request(*args)
        return connection.getresponse().read().decode()

    def test_urls(self):
        for kind in (HTTPServer, ThreadingHTTPServer):
            host, port = self.serve(kind)
            with urlopen(f"http://{host}:{port}/a/") as response:
                self.assertEqual((response.status, response.read()), (200, b"GET /a/"))

    def test_a_connection_that_is_kept(self):
        connection = self.connect(self.serve(ThreadingHTTPServer))
        self.assertEqual(self.ask(connection, "GET", "/a/"), "GET /a/")
        large = "b" * 100_000
        self.assertEqual(self.ask(connection, "POST", "/", large.encode()), large.upper())

    def test_a_connection_that_the_server_closes(self):
        connection = self.connect(self.serve())
        self.assertEqual(self.ask(connection, "GET", "/close"), "GET /close")
        # It connects anew.
        self.assertEqual(self.ask(connection, "GET", "/a/"), "GET /a/")

    def test_two_servers(self):
        addresses = [self.serve(), self.serve()]
        self.assertNotEqual(*addresses)
        for address in addresses:
            self.assertEqual(self.ask(self.connect(address), "GET", "/"), "GET /")

    def test_a_port_that_is_taken(self):
        with self.assertRaisesRegex(OSError, "in use"):
            HTTPServer(self.serve(), Handler)

    @unittest.skipUnless(IN_PYODIDE, "A server answers while others wait.")
    def test_a_closed_server_answers_nothing(self):
        server = HTTPServer(("127.0.0.1", 0), Handler)
        server.serve_forever()
        server.shutdown()
        server.server_close()
        with self.assertRaises((OSError, RemoteDisconnected)):
            self.ask(self.connect(server.server_address), "GET", "/")


if __name__ == "__main__":
    unittest.main()
