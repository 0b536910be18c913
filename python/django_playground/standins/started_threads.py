"""
Threads that a project starts itself, and pools of them.

Missing: threads. One that is started runs at once, inside of ``start()`` and to its end, as if
whoever started it got no time until then. It has all that a thread has of its own: an identity,
thread-local values (and so database connections), a context, no event loop.

That is right for a thread that does something and ends. One that waits for another, in an event, a
condition or a queue, would wait for ever, and so is refused; a timer is, too.

Delete it when Pyodide can start threads.
"""

import _thread
import concurrent.futures.thread
import sys
import threading
import weakref
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from itertools import count

from .event_loop import outside_event_loop

__all__ = ["Own", "WouldWait", "as_thread", "install", "local"]

_real_ident = _thread.get_ident
_real_wait = threading.Condition.wait
_real_start = threading.Thread.start
_real_pool = concurrent.futures.thread.ThreadPoolExecutor.__init__

# The identities of the threads that run, each started by the one before.
_running = []
_numbers = count(1)

# Thread-local objects by their id, with what they were made of.
_locals = {}


class WouldWait(RuntimeError):
    """Code waits for another thread to do something, so that neither could go on."""

    def __init__(self):
        super().__init__(
            "This waits for another thread to go on. There is only one in a browser, which runs a "
            "thread to its end when it is started, so it would wait for ever."
        )


class local(_thread._local):
    """``threading.local``, with values that can be put aside for those of another thread."""

    def __new__(cls, /, *args, **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        key = id(self)
        _locals[key] = weakref.ref(self, lambda _: _locals.pop(key, None)), args, kwargs
        return self


def _get_ident():
    """Stand for ``_thread.get_ident``."""
    return _running[-1] if _running else _real_ident()


class Own:
    """What a thread has of its own: an identity, and thread-local values."""

    def __init__(self):
        self.ident = _real_ident() + next(_numbers)
        self.values = []

    @classmethod
    def copied(cls):
        """Return what the thread that runs has at this moment."""
        own = cls()
        own.ident = _get_ident()
        own.values = [(object, dict(vars(object))) for object, _ in _alive()]
        return own


@contextmanager
def as_thread(own=None):
    """Be another thread, one that has no thread-local values yet or one that ran before."""
    own = own or Own()
    mine = _exchange(own.values)
    _running.append(own.ident)
    try:
        with outside_event_loop():
            yield
    finally:
        _running.pop()
        own.values = _exchange(mine)


def _exchange(values):
    """Set all thread-local values: those given, and else what a new thread finds."""
    before = []
    for object, renew in list(_alive()):
        before.append((object, dict(vars(object))))
        vars(object).clear()
        renew()
    for object, value in values:
        vars(object).clear()
        vars(object).update(value)
    return before


def _alive():
    """Yield the thread-local objects, each with what makes it as a new thread finds it."""
    for reference, args, kwargs in list(_locals.values()):
        object = reference()
        if object is not None:
            yield object, partial(object.__init__, *args, **kwargs)


def _start(self):
    """Stand for ``Thread.start``."""
    if isinstance(self, threading.Timer):
        raise RuntimeError(
            "There are no timers in a browser's Python, since there are no threads. In an async "
            "view, asyncio.get_running_loop().call_later() does the same."
        )
    refusals = []
    report = self._invoke_excepthook

    def note_refusal(thread):
        exception = sys.exception()
        if isinstance(exception, WouldWait):
            refusals.append(exception)
        else:
            report(thread)

    self._invoke_excepthook = note_refusal
    _real_start(self)
    if refusals:
        raise refusals[0]


def _run_thread(function, handle=None, daemon=True):
    """Stand for ``_start_joinable_thread``: have run and ended what that would start."""
    with as_thread():
        thread = function.__self__
        thread._os_thread_handle = _thread._make_thread_handle(_get_ident())
        try:
            function()
        finally:
            thread._os_thread_handle._set_done()


def _wait(self, timeout=None):
    """Stand for ``Condition.wait``; with a time to wait it does so."""
    if timeout is None:
        raise WouldWait
    return _real_wait(self, timeout)


def _new_pool(
    self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **options
):
    """Stand for ``ThreadPoolExecutor.__init__``."""
    _real_pool(self, max_workers, thread_name_prefix, initializer, initargs, **options)
    self._initialize = lambda: initializer and initializer(*initargs)


def _submit(self, function, /, *args, **kwargs):
    """Stand for ``ThreadPoolExecutor.submit``: the future has its result at once."""
    if self._shutdown:
        raise RuntimeError("cannot schedule new futures after shutdown")
    future = Future()

    def work():
        future.set_running_or_notify_cancel()
        try:
            # One that was made before this was installed has no initializer.
            getattr(self, "_initialize", bool)()
            future.set_result(function(*args, **kwargs))
        except BaseException as exception:
            future.set_exception(exception)

    threading.Thread(target=work, name=f"{self._thread_name_prefix}_0").start()
    return future


def install():
    """Let threads run when they are started."""
    threading.local = local
    threading.get_ident = _thread.get_ident = _get_ident
    threading.Thread.start = _start
    threading._start_joinable_thread = _run_thread
    threading.Condition.wait = _wait
    pool = concurrent.futures.thread.ThreadPoolExecutor
    pool.__init__, pool.submit = _new_pool, _submit
