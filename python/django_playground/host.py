"""
What JavaScript offers, and the one module that knows of it.

It is the global object ``djangoPlayground`` with the functions below. It is looked up at each
call, because no JavaScript object may live in Python when a memory snapshot is made.
"""

import asyncio
import sys

from . import console
from .standins import event_loop

__all__ = [
    "fetch",
    "fetch_now",
    "mail",
    "output",
    "pbkdf2",
    "post",
    "render",
    "scrypt",
    "set_time_zone",
    "settle",
    "sources",
    "stage",
]


def output(stream, text, level=None):
    """Show what Python prints or logs."""
    _host().output(stream, text, level)


def stage(name):
    """Say how far loading has come."""
    _host().stage(name)


def mail(sent):
    """Show an e-mail that was sent, as ``standins.mail`` has it."""
    from pyodide.ffi import to_js

    console.flush()
    host = _host()
    host.mail(to_js(sent, dict_converter=host.fromEntries))


def post(port, message):
    """Tell the page something over a port: ``message`` as data, of some ``kind``."""
    from pyodide.ffi import to_js

    if message["kind"] != "body":
        # What was printed is shown before what it led to.
        console.flush()
    host = _host()
    host.post(port, to_js(message, dict_converter=host.fromEntries))


async def sources():
    """Wait for sources; a page without them is better than none."""
    arriving = _host().sources()
    # Below synchronous middleware JavaScript cannot be waited for: this page does without, and a
    # later one will not have to.
    if arriving and not isinstance(asyncio.get_running_loop(), event_loop.NestedEventLoop):
        # A failure thrown into this coroutine would hide the exception that is to be shown.
        await asyncio.gather(arriving, return_exceptions=True)


def set_time_zone(name, standard, summer):
    """Make a zone that of local time, with the names of its two times."""
    _host().setTimeZone(name, standard, summer)


def pbkdf2(hash_name, password, salt, iterations, length):
    """Return a key derived by PBKDF2."""
    from pyodide.ffi import to_js

    derived = _host().pbkdf2(hash_name, to_js(password), to_js(salt), iterations, length)
    return derived.to_bytes()


def scrypt(password, salt, n, r, p, length):
    """Return a key derived by scrypt."""
    from pyodide.ffi import to_js

    return _host().scrypt(to_js(password), to_js(salt), n, r, p, length).to_bytes()


def fetch_now(method, url, headers, body, timeout):
    """Make a request as ``standins.web`` wants it, and wait for all of the answer."""
    from pyodide.ffi import to_js

    fetched = _host().fetchNow(method, url, to_js(headers), to_js(body), timeout or 0)
    failure = getattr(fetched, "failure", None)
    if failure:
        raise TimeoutError if failure == "timeout" else OSError(failure)
    return *_head(fetched), fetched.body.to_bytes()


async def fetch(method, url, headers, body):
    """Make a request as ``standins.web`` wants it."""
    from pyodide.ffi import to_js

    fetching = _host().fetchLater(method, url, to_js(headers), to_js(body))
    try:
        fetched = await fetching.head
    except asyncio.CancelledError:
        fetching.abort()
        raise
    if not fetched:
        raise OSError("network")
    return *_head(fetched), _parts(fetching)


def _head(fetched):
    headers = [tuple(pair) for pair in fetched.headers]
    return fetched.status, fetched.reason, headers, getattr(fetched, "url", None)


async def _parts(fetching):
    """Yield the pieces of an answer's body; it stops coming when this is closed."""
    from pyodide.ffi import JsException

    try:
        while (part := await fetching.read()) is not None:
            yield part.to_bytes()
    except JsException as error:
        raise OSError(f"The answer broke off ({error}).") from error
    finally:
        fetching.abort()


def render(path, export, props):
    """Call a function of the project's JavaScript; return what became of it, as JSON."""
    # There is no such function where nothing in the project's Python named the package.
    call = getattr(_host(), "render", None)
    return call(path, export, props) if call else '{"unknown": true}'


async def settle(promise):
    """Wait for what a function of the project's JavaScript had promised."""
    if isinstance(asyncio.get_running_loop(), event_loop.NestedEventLoop):
        raise RuntimeError(
            "JavaScript's promise cannot be waited for below synchronous code, such as middleware "
            "that is not async. Take that out, or let the function return no promise."
        )
    return await _host().settle(promise)


def _host():
    """Return what JavaScript offers; the caller keeps it no longer than the call."""
    import js

    # The import is kept nowhere: it is a JavaScript object too.
    del sys.modules["js"]
    return js.djangoPlayground
