"""
Wait for a coroutine in synchronous code.

Missing: threads, and with them a second event loop. Pyodide's one loop is the browser's, counts
as running all the time and cannot be waited for, because nothing else runs while Python does.

So synchronous code is run as if it were on a thread of its own, where no loop is running, and an
event loop that does nothing but sleep runs the coroutines such code waits for.

Delete it when Pyodide can start threads, or switch stacks in every browser.
"""

import asyncio
import contextvars
import time
from asyncio import base_events, events, tasks
from contextlib import contextmanager

__all__ = ["NestedEventLoop", "adopt_context", "install", "outside_event_loop", "run"]


@contextmanager
def outside_event_loop():
    """
    Hide the running event loop, as a thread would.

    Django decides by it whether the ORM may be used and which connections are whose, and asgiref
    whether it may wait for a coroutine.
    """
    loop = events._get_running_loop()
    if loop is None:
        yield
        return
    task = tasks.current_task(loop)
    if task is not None:
        tasks._leave_task(loop, task)
    events._set_running_loop(None)
    try:
        yield
    finally:
        events._set_running_loop(loop)
        if task is not None:
            tasks._enter_task(loop, task)


class _Sleeper:
    """A selector with nothing to select from: it waits for the next timer."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError(
                "Synchronous code waits for a coroutine that waits for something outside of it, "
                "so neither can go on. Await the coroutine in an async view instead."
            )
        if timeout > 0:
            time.sleep(timeout)
        return []


class NestedEventLoop(base_events.BaseEventLoop):
    """An event loop without input or output: tasks, futures and timers only."""

    def __init__(self):
        super().__init__()
        self._selector = _Sleeper()

    def _process_events(self, event_list):
        """Do nothing: there are no events but timers, which the base class handles."""

    def _write_to_self(self):
        """Do nothing: there is no other thread that could wake this one."""


def run(awaitable):
    """
    Return the result of an awaitable, with all it needs to finish run in between.

    Context variables reach it, and those it sets reach the caller.
    """
    __traceback_hide__ = True  # noqa: F841

    async def main():
        __traceback_hide__ = True  # noqa: F841
        return await awaitable

    context = contextvars.copy_context()
    with outside_event_loop(), asyncio.Runner(loop_factory=NestedEventLoop) as runner:
        try:
            return runner.run(main(), context=context)
        finally:
            adopt_context(context)


def adopt_context(context):
    """Set each variable of the current context to its value in another."""
    for variable, value in context.items():
        try:
            if variable.get() is value:
                continue
        except LookupError:
            pass
        variable.set(value)


def install():
    """
    Let ``asyncio.run()`` and ``asyncio.Runner`` work in synchronous code, and sleeping block.

    Pyodide's own ``time.sleep()`` switches stacks in engines that can, so that another request
    runs in the middle of a synchronous view, and blocks in others.
    """
    asyncio.new_event_loop = events.new_event_loop = NestedEventLoop
    time.sleep = getattr(time.sleep, "__wrapped__", time.sleep)
