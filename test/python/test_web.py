"""Requests to other hosts, with the browser's part played by a function."""

import http.client
import io
import unittest
import urllib.error
import urllib.request
import warnings

from django_playground.standins import http_connections, web

FIRST = ("content-type", "text/plain")


class Browser:
    """Answers with what it was asked, and keeps it."""

    def __init__(self):
        self.asked = []

    def fetch_now(self, method, url, headers, body, timeout):
        self.asked.append((method, url, headers, body))
        if "late" in url:
            raise TimeoutError
        if "private" in url:
            raise OSError("network")
        moved = url.replace("moved", "here") if "moved" in url else None
        sent = [FIRST, ("content-encoding", "gzip"), ("content-length", "3")]
        return 200, "", sent, moved, method.encode() + b" " + body


class WebTests(unittest.TestCase):
    def setUp(self):
        kept = http.client.HTTPConnection.connect, http.client.HTTPSConnection.connect
        self.addCleanup(setattr, http.client.HTTPConnection, "connect", kept[0])
        self.addCleanup(setattr, http.client.HTTPSConnection, "connect", kept[1])
        http_connections.install()
        self.browser = Browser()
        self.addCleanup(web.install, web._fetch_now, web._fetch)
        web.install(self.browser.fetch_now, None)

    def test_an_answer(self):
        with urllib.request.urlopen("https://other.example/a?b=%C3%A4") as response:
            self.assertEqual((response.status, response.reason), (200, "OK"))
            self.assertEqual(response.read(), b"GET ")
            self.assertEqual(response.headers["content-length"], "4")
            self.assertNotIn("content-encoding", response.headers)
        # Nothing that other hosts would have to allow.
        asked = ("GET", "https://other.example/a?b=%C3%A4", [], b"")
        self.assertEqual(self.browser.asked, [asked])

    def test_bodies(self):
        connection = http.client.HTTPConnection("other.example:8080")
        for body, given in ((b"one", {}), (iter([b"one", b" two"]), {"encode_chunked": True})):
            headers = {"Transfer-Encoding": "chunked"} if given else {}
            connection.request("PUT", "/", body, headers, **given)
            self.assertTrue(connection.getresponse().read().startswith(b"PUT one"))
        self.assertEqual(
            [(url, body) for _, url, _, body in self.browser.asked],
            [("http://other.example:8080/", b"one"), ("http://other.example:8080/", b"one two")],
        )
        connection.request("HEAD", "/")
        self.assertEqual(connection.getresponse().read(), b"")

    def test_redirects(self):
        with urllib.request.urlopen("https://other.example/moved") as response:
            self.assertEqual(response.url, "https://other.example/here")
            self.assertEqual(response.read(), b"GET ")
        # The browser had followed it already.
        self.assertEqual(len(self.browser.asked), 1)
        connection = http.client.HTTPSConnection("other.example")
        connection.request("GET", "/moved")
        response = connection.getresponse()
        self.assertEqual(response.status, 302)
        self.assertEqual(response.headers["location"], "https://other.example/here")

    def test_refusals(self):
        for url, told in (
            (
                "https://other.example/private",
                r"read https://other\.example/private.*Allow-Origin",
            ),
            ("http://playground.localhost/", "an address of this very site"),
        ):
            with self.subTest(url), self.assertRaisesRegex(urllib.error.URLError, told):
                urllib.request.urlopen(url)
        asking = urllib.request.Request(
            "http://other.example/private", b"{}", {"Content-Type": "application/json"}
        )
        with self.assertRaisesRegex(web.Refused, "to allow the header Content-Type.*by http:"):
            urllib.request.urlopen(asking)
        connection = http.client.HTTPConnection("other.example")
        connection.request("TRACE", "/")
        with self.assertRaisesRegex(web.Refused, "no TRACE requests"):
            connection.getresponse()

    def test_patience(self):
        with self.assertRaises(TimeoutError):
            urllib.request.urlopen("https://other.example/late", timeout=2)

    def test_what_nobody_can_set(self):
        headers = {"Cookie": "a=b", "User-Agent": "Mine", "X-Token": "secret"}
        asking = urllib.request.Request("https://other.example/", headers=headers)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            urllib.request.urlopen(asking).close()
        self.assertEqual(
            [str(warning.message) for warning in caught],
            ["Browsers let nobody set Cookie, User-Agent: other.example is asked without."],
        )
        self.assertEqual(self.browser.asked[0][2], [("X-Token", "secret")])

    def test_a_connection_is_a_file(self):
        connection = http_connections.Exchange("http://other.example/", ("other.example", 80), 3)
        connection.sendall(b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = io.TextIOWrapper(connection.makefile("rb")).read()
        self.assertTrue(answer.startswith("HTTP/1.1 200 OK\ncontent-type: text/plain\n"), answer)
        self.assertEqual(self.browser.asked[0][1], "http://elsewhere.example/")
        self.assertEqual(connection.gettimeout(), 3)


if __name__ == "__main__":
    unittest.main()
