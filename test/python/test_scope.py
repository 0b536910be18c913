"""A request as an ASGI scope."""

import unittest

from django_playground.scope import BadRequest, http_scope, websocket_scope


def scope(url="http://localhost:8000/", method="GET", headers=(), body_size=0):
    return http_scope(method, url, list(headers), body_size)


class URLTests(unittest.TestCase):
    def test_parts(self):
        self.assertEqual(
            scope("https://example.com/a%20b/?q=1#part"),
            {
                "type": "http",
                "asgi": {"version": "3.0", "spec_version": "2.4"},
                "http_version": "1.1",
                "method": "GET",
                "scheme": "https",
                "path": "/a b/",
                "raw_path": b"/a%20b/",
                "query_string": b"q=1",
                "root_path": "",
                "headers": [(b"host", b"example.com")],
                "server": ("example.com", 443),
                "client": ("127.0.0.1", 0),
                "extensions": {},
                "state": {},
            },
        )

    def test_paths(self):
        cases = {
            "http://h": ("/", b"/"),
            "http://h?q": ("/", b"/"),
            "http://h//a": ("//a", b"//a"),
            "http://h/ü": ("/ü", b"/%C3%BC"),
            "http://h/%C3%BC": ("/ü", b"/%C3%BC"),
            "http://h/%2F;a=1": ("//;a=1", b"/%2F;a=1"),
            "http://h/%FF": ("/\N{REPLACEMENT CHARACTER}", b"/%FF"),
            "http://h/a|b'": ("/a|b'", b"/a|b'"),
        }
        for url, (path, raw_path) in cases.items():
            with self.subTest(url=url):
                self.assertEqual(scope(url)["path"], path)
                self.assertEqual(scope(url)["raw_path"], raw_path)

    def test_query_is_left_as_it_is(self):
        self.assertEqual(scope("http://h/?a=%20+b&c=|{}&a")["query_string"], b"a=%20+b&c=|{}&a")
        self.assertEqual(scope("http://h/?ü=1 2")["query_string"], b"%C3%BC=1%202")

    def test_bad_addresses(self):
        for url in (
            "",
            "/polls/",
            "ftp://h/",
            "http:///a",
            "http://h:port/",
            "http://[/",
            "http://ü/",
        ):
            with self.subTest(url=url), self.assertRaises(BadRequest):
                scope(url)


class HeaderTests(unittest.TestCase):
    def test_names_are_lower_case_and_values_bytes(self):
        headers = scope(headers=[("X-One", "ä"), ("X-ONE", " b\t"), ("X-Empty", "")])["headers"]
        self.assertEqual(headers[1:], [(b"x-one", b"\xe4"), (b"x-one", b"b"), (b"x-empty", b"")])

    def test_host_is_supplied_once(self):
        self.assertEqual(scope()["headers"], [(b"host", b"localhost:8000")])
        self.assertEqual(scope(headers=[("Host", "other")])["headers"], [(b"host", b"other")])

    def test_length_is_that_of_the_body(self):
        headers = dict(scope(headers=[("Content-Length", "7")], body_size=3)["headers"])
        self.assertEqual(headers[b"content-length"], b"3")
        self.assertNotIn(b"content-length", dict(scope()["headers"]))

    def test_bad_headers(self):
        for name, value in (
            ("", "a"),
            ("a b", "c"),
            ("a", "b\r\nc: d"),
            ("a", "\0"),
            ("a", "€"),
        ):
            with self.subTest(name=name, value=value), self.assertRaises(BadRequest):
                scope(headers=[(name, value)])


class MethodTests(unittest.TestCase):
    def test_upper_case(self):
        self.assertEqual(scope(method="propfind")["method"], "PROPFIND")

    def test_bad_methods(self):
        for method in ("", "GET /", "GET\r\n", "É"):
            with self.subTest(method=method), self.assertRaises(BadRequest):
                scope(method=method)


class WebSocketTests(unittest.TestCase):
    def test_handshake(self):
        for url in ("ws://localhost/chat/?room=1", "http://localhost/chat/?room=1"):
            with self.subTest(url):
                handshake = websocket_scope(url, [("Origin", "http://localhost")], ["one", "two"])
                self.assertEqual(handshake["type"], "websocket")
                self.assertEqual(handshake["scheme"], "ws")
                self.assertEqual(handshake["server"], ("localhost", 80))
                self.assertEqual(
                    (handshake["path"], handshake["query_string"]), ("/chat/", b"room=1")
                )
                self.assertEqual(handshake["subprotocols"], ["one", "two"])
                headers = dict(handshake["headers"])
                self.assertEqual(headers[b"host"], b"localhost")
                self.assertEqual(headers[b"origin"], b"http://localhost")

    def test_no_subprotocols(self):
        handshake = websocket_scope("wss://localhost/", [], [])
        self.assertEqual(handshake["scheme"], "wss")
        self.assertEqual(handshake["server"], ("localhost", 443))

    def test_what_no_browser_would_send(self):
        for url, protocols in (("ws://localhost/", ["a b"]), ("nowhere", [])):
            with self.subTest(url), self.assertRaises(BadRequest):
                websocket_scope(url, [], protocols)


if __name__ == "__main__":
    unittest.main()
