"""
What JavaScript calls, and the one module that knows of it.

JavaScript offers the global object ``djangoPlayground`` with the functions ``output``, ``stage``,
``pbkdf2``, ``scrypt``, ``setTimeZone`` and ``sources``. It is looked up at each call, because no
JavaScript object may live in Python when a memory snapshot is made.
"""

import asyncio
import os
import sys
import traceback
from functools import wraps
from time import perf_counter

from . import console, tracebacks
from .standins import event_loop, hashes, processes, threads, timezones

__all__ = [
    "complete",
    "find",
    "install",
    "list_urls",
    "load",
    "manage",
    "preload",
    "respond",
    "rest",
    "shell",
    "wake",
]

_site = None
_shell = None


def _replying(function):
    """Let a function return ``{"answer": …}`` or ``{"failure": …}``."""

    # Pyodide reads an exception's text from a standard error that has been replaced here.
    @wraps(function)
    def reply(*args):
        try:
            return {"answer": function(*args)}
        except Exception as exception:
            return _failure(exception)

    return reply


def install():
    """Prepare a new interpreter for Django. Nothing in it is of any project."""
    from pyodide.webloop import WebLoop

    # It was only for finding the standard library.
    os.environ.pop("PYTHONPATH", None)
    # There is nothing in it, and whoever looks for a package's metadata would leave it open.
    sys.path[:] = [path for path in sys.path if not path.endswith(".zip")]
    sys.stdin = console.NoInput()
    sys.stdout = console.output_stream("stdout", _output)
    sys.stderr = console.output_stream("stderr", _output)
    console.install_levels()
    tracebacks.install()
    event_loop.install()
    threads.install(WebLoop)
    processes.install()
    hashes.install(_pbkdf2, _scrypt)
    timezones.install(_set_time_zone)
    _survive_exits()


def preload():
    """Import what every site imports, for a memory that others start from."""
    from .preload import preload

    preload()


@_replying
def rest():
    """Prepare the interpreter for having its memory taken; return what keeps it from that."""
    from .snapshots import rest

    return rest(asyncio.get_event_loop())


@_replying
def wake(root):
    """Make a restored interpreter one of this moment; ``root`` is ``None`` without a project."""
    from .snapshots import wake

    return wake(root)


@_replying
def load(root, settings_module, migrate, superuser):
    """
    Load the project below ``root`` and return a report.

    ``superuser`` is ``None`` or name, password and a derived key, which may be ``None``.
    """
    global _site
    started = perf_counter()
    from .site import Site
    from .standins import sources

    sources.install(_sources)
    imported = perf_counter()
    _site = Site(root, settings_module, _stage)
    with event_loop.outside_event_loop():
        report = _site.load(migrate, superuser)
    report["phases"]["import"] = (imported - started) * 1000
    console.flush()
    return report


async def respond(method, url, headers, body):
    """Return the site's response: status, header pairs, body, milliseconds, queries, exception."""
    try:
        return {"answer": await _respond(method, url, headers, body)}
    except Exception as exception:
        return _failure(exception)


@_replying
def manage(args, stdin, interactive):
    """
    Run a management command and return its exit code.

    Where ``interactive`` and it asks for more than ``stdin`` has, return ``answer`` or ``secret``.
    """
    from . import commands
    from .errors import print_exception

    site = _loaded()
    with event_loop.outside_event_loop():
        try:
            if site.setup_error:
                print_exception(site.setup_error)
                return 1
            return commands.run(list(args), stdin, interactive=interactive)
        except console.Asked as asked:
            return "secret" if asked.hidden else "answer"
        finally:
            console.flush()


@_replying
def shell(line):
    """Run a line in the interactive shell; ``None`` begins a new one. Return what became of it."""
    global _shell
    from .errors import print_exception
    from .shell import Shell

    site = _loaded()
    if line is not None and _shell is None:
        return "gone"
    with event_loop.outside_event_loop():
        try:
            if line is not None:
                state = _shell.push(line)
            elif site.setup_error:
                print_exception(site.setup_error)
                state = "ended"
            else:
                _shell = Shell()
                state = "complete"
            if state == "ended":
                _shell = None
            return state
        finally:
            console.flush()


@_replying
def complete(place, text):
    """
    Return what may be written: a command (``commands``), a word for the command ``text``
    (``words``), or the rest of a name in the shell (``shell``).
    """
    from . import completion

    if _loaded().setup_error:
        return []
    with event_loop.outside_event_loop():
        if place == "shell":
            return _shell.complete(text) if _shell else []
        return completion.command_words(text) if place == "words" else completion.command_names()


@_replying
def find():
    """Return what is to be said of the project: system checks, changes without a migration."""
    from .findings import find

    site = _loaded()
    if site.error:
        return []
    with event_loop.outside_event_loop():
        try:
            return find(site.root)
        finally:
            console.flush()


@_replying
def list_urls():
    """Return the project's URL patterns; none where they cannot be read."""
    from .urls import list_urls

    if _loaded().error:
        return []
    with event_loop.outside_event_loop():
        try:
            return list_urls()
        finally:
            console.flush()


async def _respond(method, url, headers, body):
    from .asgi import Request

    pairs = [(name, value) for name, value in headers]
    try:
        response = await _loaded().respond(Request(method, url, pairs, bytes(body)))
    finally:
        console.flush()
    return (
        response.status,
        response.headers,
        response.body,
        response.duration,
        response.queries,
        response.raised,
    )


def _failure(exception):
    """Return an exception as data."""
    return {
        "failure": {
            "type": type(exception).__name__,
            "message": str(exception),
            "traceback": "".join(traceback.format_exception(exception)),
        }
    }


def _loaded():
    if _site is None:
        raise RuntimeError("No project was loaded yet.")
    return _site


def _survive_exits():
    """Keep ``sys.exit()`` in a coroutine, which ends the coroutine, from ending the loop too."""
    loop = asyncio.get_running_loop()
    loop._system_exit_handler = lambda code: None
    loop._keyboard_interrupt_handler = lambda: None


def _host():
    """Return what JavaScript offers; the caller keeps it no longer than the call."""
    import js

    # The import is kept nowhere: it is a JavaScript object too.
    del sys.modules["js"]
    return js.djangoPlayground


def _output(stream, text, level=None):
    _host().output(stream, text, level)


def _stage(name):
    _host().stage(name)


async def _sources():
    """Wait for sources; a page without them is better than none."""
    arriving = _host().sources()
    # Below synchronous middleware JavaScript cannot be waited for: this page does without, and a
    # later one will not have to.
    if arriving and not isinstance(asyncio.get_running_loop(), event_loop.NestedEventLoop):
        # A failure thrown into this coroutine would hide the exception that is to be shown.
        await asyncio.gather(arriving, return_exceptions=True)


def _set_time_zone(name, standard, summer):
    _host().setTimeZone(name, standard, summer)


def _pbkdf2(hash_name, password, salt, iterations, length):
    from pyodide.ffi import to_js

    derived = _host().pbkdf2(hash_name, to_js(password), to_js(salt), iterations, length)
    return derived.to_bytes()


def _scrypt(password, salt, n, r, p, length):
    from pyodide.ffi import to_js

    return _host().scrypt(to_js(password), to_js(salt), n, r, p, length).to_bytes()
