"""JavaScript in Node: one process, which is kept for as long as its modules stay the same."""

import atexit
import json
import os
import subprocess
import threading
from pathlib import Path

from asgiref.sync import sync_to_async
from django.conf import settings

from .errors import JsError

__all__ = ["arender", "render"]

SCRIPT = Path(__file__).with_name("node.mjs")
# A module without a package.json is no reason for a warning on each start.
OPTIONS = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"]
SUFFIXES = (".js", ".mjs", ".cjs", ".json")


def render(path, export, props, wait=False):
    """Return what became of a call, as data."""
    return _node.ask({"path": path, "export": export, "props": props, "wait": wait})


async def arender(path, export, props):
    """Return what became of a call, a promise waited for."""
    return await sync_to_async(render, thread_sensitive=False)(path, export, props, wait=True)


class _Node:
    """The process, started when it is first asked."""

    def __init__(self):
        self._lock = threading.Lock()
        self._process = None
        self._owner = None
        self._changed = None

    def ask(self, question):
        timeout = getattr(settings, "JS_TIMEOUT", 10)
        with self._lock:
            process = self._started()
            ends = threading.Timer(timeout, process.kill)
            ends.start()
            try:
                process.stdin.write(json.dumps(question) + "\n")
                process.stdin.flush()
                answer = process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            finally:
                is_late = not ends.is_alive()
                ends.cancel()
            if answer:
                return json.loads(answer)
            self._end()
        if is_late:
            return {"late": timeout}
        raise JsError(
            f"Node ended while it rendered {question['path']}. What it said is above, where the "
            "server says what it does."
        )

    def _started(self):
        changed = _last_change()
        # A server may have forked since.
        is_own = self._owner == os.getpid()
        if self._process and is_own and self._process.poll() is None and changed == self._changed:
            return self._process
        if is_own:
            self._end()
        command = getattr(settings, "JS_NODE", "node")
        try:
            self._process = subprocess.Popen(
                [command, *OPTIONS, str(SCRIPT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        except OSError as error:
            raise JsError(
                f"Node could not be started ({error}). Install Node 20.19 or newer, or set JS_NODE "
                "in the settings to the program's path."
            ) from error
        self._owner, self._changed = os.getpid(), changed
        return self._process

    def _end(self):
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def end(self):
        """End the process with this one."""
        if self._owner == os.getpid():
            self._end()


def _last_change():
    """
    Return a value that is another one once a JavaScript file of the project has changed.

    Only while ``DEBUG``: a site that is in service changes with its server.
    """
    if not settings.DEBUG:
        return None
    latest = []
    for folder, folders, files in os.walk(getattr(settings, "BASE_DIR", ".")):
        folders[:] = [name for name in folders if name != "node_modules" and name[0] not in "._"]
        for name in files:
            if name.endswith(SUFFIXES):
                path = os.path.join(folder, name)
                latest.append((path, os.stat(path).st_mtime_ns))
    return latest


_node = _Node()
atexit.register(_node.end)
