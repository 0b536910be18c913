"""What JavaScript calls. What it offers in turn is in ``host``."""

import asyncio
import os
import sys
from time import perf_counter

from . import console, host, tracebacks
from .asgi import Request
from .ports import Ports
from .replies import replying, replying_later
from .scope import websocket_scope
from .standins import (
    daphne,
    event_loop,
    hashes,
    http_connections,
    http_pools,
    modules,
    processes,
    servers,
    started_threads,
    threads,
    timezones,
    web,
)

__all__ = [
    "compile_image",
    "complete",
    "connect",
    "deliver",
    "find",
    "install",
    "list_urls",
    "load",
    "manage",
    "preload",
    "respond",
    "rest",
    "shell",
    "stream",
    "wake",
]

_site = None
_shell = None
_ports = Ports(host.post)


def install():
    """Prepare a new interpreter for Django. Nothing in it is of any project."""
    # It was only for finding the standard library.
    os.environ.pop("PYTHONPATH", None)
    # There is nothing in it, and whoever looks for a package's metadata would leave it open.
    sys.path[:] = [path for path in sys.path if not path.endswith(".zip")]
    sys.stdin = console.NoInput()
    sys.stdout = console.output_stream("stdout", host.output)
    sys.stderr = console.output_stream("stderr", host.output)
    console.install_levels()
    tracebacks.install()
    event_loop.install()
    threads.install(type(asyncio.get_running_loop()))
    started_threads.install()
    servers.install()
    http_connections.install()
    http_pools.install()
    web.install(host.fetch_now, host.fetch)
    processes.install()
    modules.install()
    daphne.install()
    hashes.install(host.pbkdf2, host.scrypt)
    timezones.install(host.set_time_zone)
    _survive_exits()


def preload():
    """Import what every site imports, for a memory that others start from."""
    from .preload import preload

    preload()


@replying
def compile_image(image):
    """Return an image with the bytecode of the modules in a package's image, which are not run."""
    from .bytecode import compile_image

    return compile_image(image)


@replying
def rest():
    """Prepare the interpreter for having its memory taken; return what keeps it from that."""
    from .snapshots import rest

    return rest(asyncio.get_event_loop())


@replying
def wake(root):
    """Make a restored interpreter one of this moment; ``root`` is ``None`` without a project."""
    from .snapshots import wake

    return wake(root)


@replying
def load(root, settings_module, migrate, superuser):
    """
    Load the project below ``root`` and return a report.

    ``superuser`` is ``None`` or name, password and a derived key, which may be ``None``.
    """
    global _site
    started = perf_counter()
    from .site import Site
    from .standins import mail, sources, streaming

    mail.install(host.mail)
    sources.install(host.sources)
    streaming.install()
    imported = perf_counter()
    _site = Site(root, settings_module, host.stage)
    with event_loop.outside_event_loop():
        report = _site.load(migrate, superuser)
    report["phases"]["import"] = (imported - started) * 1000
    console.flush()
    return report


@replying_later
async def respond(method, url, headers, body):
    """Return the site's response: status, header pairs, body, milliseconds, queries, exception."""
    response = await _loaded().respond(_request(method, url, headers, body))
    return (
        response.status,
        response.headers,
        response.body,
        response.duration,
        response.queries,
        response.raised,
    )


@replying_later
def stream(port, window, method, url, headers, body):
    """
    Send the site's response over a port, which is open at once; wait for the application to end.

    No more than ``window`` bytes are on their way at a time.
    """
    return _ports.stream(port, window, _loaded(), _request(method, url, headers, body))


@replying_later
def connect(port, window, url, headers, protocols):
    """Serve a WebSocket over a port, which is open at once; wait for the application to end."""
    scope = websocket_scope(url, _pairs(headers), list(protocols))
    return _ports.connect(port, window, _loaded(), scope)


def deliver(port, message):
    """Pass on what the page says over a port."""
    _ports.deliver(port, message)


@replying
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


@replying
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


@replying
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


@replying
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


@replying
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


def _request(method, url, headers, body):
    return Request(method, url, _pairs(headers), bytes(body))


def _pairs(headers):
    return [(name, value) for name, value in headers]


def _loaded():
    if _site is None:
        raise RuntimeError("No project was loaded yet.")
    return _site


def _survive_exits():
    """Keep ``sys.exit()`` in a coroutine, which ends the coroutine, from ending the loop too."""
    loop = asyncio.get_running_loop()
    loop._system_exit_handler = lambda code: None
    loop._keyboard_interrupt_handler = lambda: None
