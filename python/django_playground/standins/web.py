"""
Requests to other hosts, which the browser makes.

Missing: sockets to anywhere. A browser makes requests for a page, to hosts that allow it, and says
little of those that it refuses: neither why, nor what redirects there were.

Nothing of the reader's goes along: the interpreter has an origin of its own, and no cookies.

Delete it when browsers let pages open sockets.
"""

import time
import warnings
from http.client import responses
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlsplit

__all__ = ["Answer", "Refused", "Request", "ask", "ask_now", "install"]

# That of ``SITE_ORIGIN`` in ``src/protocol/http.ts``.
OWN_HOST = "playground.localhost"

# What a browser does not send for a page.
METHODS = {"CONNECT", "TRACE", "TRACK"}

# What every client says of itself and of the connection, which is the browser's here. A name of a
# client would make browsers ask each host for leave, which few give.
OF_CLIENTS = {
    "accept-encoding",
    "connection",
    "content-length",
    "host",
    "te",
    "transfer-encoding",
    "user-agent",
}

# What an answer says of how it came.
OF_CONNECTIONS = {"connection", "content-encoding", "keep-alive", "transfer-encoding"}

# What browsers let nobody set, beside what begins with ``proxy-`` and ``sec-``.
FORBIDDEN = {
    "accept-charset",
    "access-control-request-headers",
    "access-control-request-method",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "trailer",
    "upgrade",
    "via",
}

# What needs no leave of the other host, with these methods and types of content.
SIMPLE_HEADERS = {"accept", "accept-language", "content-language", "content-type", "range"}
SIMPLE_METHODS = {"GET", "HEAD", "POST"}
SIMPLE_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"}

# Seconds for which the answer behind a redirect is kept for who follows it.
PATIENCE = 5


class Request(NamedTuple):
    """What is asked of a host."""

    method: str
    url: str
    headers: list
    body: bytes = b""


class Answer(NamedTuple):
    """What a host answered, its body as bytes, or as an iterator of them with ``ask()``."""

    status: int
    reason: str
    headers: list
    body: object


class Refused(URLError):
    """The browser did not make a request, or keeps the answer to itself."""

    def __str__(self):
        return self.reason


_fetch_now = _fetch = None
# The address that the last redirect led to, the answer from there, and until when it is good.
_followed = None, None, 0


def install(fetch_now, fetch):
    """
    Have requests made by two functions with a method, an address, header pairs and a body.

    ``fetch_now(…, timeout)`` returns status, reason, header pairs, the address that it came from
    where that is another one, and the body. ``await fetch(…)`` returns the same, with an
    asynchronous iterator for a body. Both raise ``OSError`` when the browser does not say more,
    ``fetch_now()`` also ``TimeoutError``.
    """
    global _fetch_now, _fetch
    _fetch_now, _fetch = fetch_now, fetch


def ask_now(request, timeout=None):
    """
    Return an answer; nothing else goes on until it is all there.

    Raise ``Refused``, and ``TimeoutError`` after so many seconds.
    """
    if (kept := _kept(request)) is not None:
        return kept
    headers = _sendable(request)
    try:
        fetched = _fetch_now(request.method, request.url, headers, request.body, timeout)
    except TimeoutError:
        raise TimeoutError("timed out") from None
    except OSError as error:
        raise _refused(request, headers) from error
    return _redirected(*fetched)


async def ask(request):
    """Return an answer whose body comes piece by piece. Raise ``Refused``."""
    if (kept := _kept(request)) is not None:
        return kept
    headers = _sendable(request)
    try:
        fetched = await _fetch(request.method, request.url, headers, request.body)
    except OSError as error:
        raise _refused(request, headers) from error
    return _redirected(*fetched)


def _redirected(status, reason, headers, url, body):
    """
    Return the answer, or the redirect that led to it.

    A browser follows redirects by itself. Who follows them here gets what it came to, and who does
    not sees that there was one; which of the five it was nobody knows.
    """
    global _followed
    # Newer versions of HTTP have no reasons.
    answer = Answer(status, reason or responses.get(status, ""), _of_body(headers), body)
    if url is None:
        return answer
    _followed = url, answer, time.monotonic() + PATIENCE
    return Answer(302, "Found", [("location", url)], b"")


def _kept(request):
    global _followed
    url, answer, until = _followed
    if url is None or url != request.url:
        return None
    _followed = None, None, 0
    return answer if time.monotonic() < until else None


def _of_body(headers):
    """Return the headers without those of the connection, which the browser has dealt with."""
    names = {name.lower() for name, _ in headers}
    gone = OF_CONNECTIONS | ({"content-length"} if "content-encoding" in names else set())
    return [(name, value) for name, value in headers if name.lower() not in gone]


def _sendable(request):
    """Return the headers that a browser sends; raise ``Refused`` where it sends nothing."""
    method, url, headers, _ = request
    host = urlsplit(url).hostname
    if host == OWN_HOST:
        raise Refused(
            f"{url} is an address of this very site, which would wait for itself to answer. Call "
            f"the code behind it instead, or ask it with django.test.Client."
        )
    if method in METHODS:
        raise Refused(f"Browsers send no {method} requests, so {host} was not asked.")
    dropped = [name for name, value in headers if _is_forbidden(name.lower(), value)]
    if dropped:
        warnings.warn(
            f"Browsers let nobody set {', '.join(dropped)}: {host} is asked without.",
            RuntimeWarning,
            stacklevel=3,
        )
    return [
        (name, value)
        for name, value in headers
        if name.lower() not in OF_CLIENTS and name not in dropped
    ]


def _is_forbidden(name, value):
    """Return whether browsers do not send a header, as nobody would expect."""
    if name == "user-agent":
        return not value.lower().startswith("python-")
    return name in FORBIDDEN or name.startswith(("proxy-", "sec-"))


def _refused(request, headers):
    method, url, _, _ = request
    scheme, host = urlsplit(url)[:2]
    wanted = [] if method in SIMPLE_METHODS else [f"{method} requests"]
    wanted += [
        f"the header {name}"
        for name, value in headers
        if name.lower() not in SIMPLE_HEADERS or _is_special(name.lower(), value)
    ]
    leave = f", and has to allow {', '.join(wanted)}" if wanted else ""
    secure = (
        ""
        if scheme == "https"
        else " A page that came by https: gets nothing by http: from other machines."
    )
    return Refused(
        f"The browser did not let this site read {url}, and does not say why. Either {host} cannot "
        f"be reached, or it does not share its answers with other sites (it has to send "
        f"“Access-Control-Allow-Origin: *”{leave}), or the page around the site forbids it (its "
        f"Content-Security-Policy has to list {host} in connect-src).{secure} Ask a host that "
        f"allows it, or put what it would answer into a file of the project."
    )


def _is_special(name, value):
    return name == "content-type" and value.partition(";")[0].strip().lower() not in SIMPLE_TYPES
