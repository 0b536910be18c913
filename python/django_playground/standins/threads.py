"""
Run inline what asgiref and asyncio would run on another thread.

Missing: threads, which a browser's WebAssembly has only with headers that few sites send.

Delete it when Pyodide can start threads.
"""

import asyncio
import contextvars

from asgiref.sync import AsyncToSync, SyncToAsync

from .event_loop import NestedEventLoop, outside_event_loop, run

__all__ = ["ExitRefused", "install"]


class ExitRefused(RuntimeError):
    """Code asked Python to exit, which on a thread would have ended that thread only."""


def _call(function, *args, **kwargs):
    """Call a function as if on a thread of its own."""
    __traceback_hide__ = True  # noqa: F841 - Django's debug page leaves such frames out.
    with outside_event_loop():
        try:
            return function(*args, **kwargs)
        except (KeyboardInterrupt, SystemExit) as exit:
            raise ExitRefused(
                f"The code asked Python to exit ({exit!r}). A site does not stop for that: "
                f"only this request ends."
            ) from exit


async def _sync_to_async(self, *args, **kwargs):
    """
    Stand for ``SyncToAsync.__call__``.

    The function runs in the caller's context, so what it sets is seen without any copying.
    """
    __traceback_hide__ = True  # noqa: F841
    context = getattr(self, "context", None)
    if context is not None:
        return context.run(_call, self.func, *args, **kwargs)
    return _call(self.func, *args, **kwargs)


def _async_to_sync(self, *args, **kwargs):
    """Stand for ``AsyncToSync.__call__``."""
    __traceback_hide__ = True  # noqa: F841
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return run(self.awaitable(*args, **kwargs))
    raise RuntimeError(
        "You cannot use AsyncToSync in the same thread as an async event loop - "
        "just await the async function directly."
    )


def _run_in_executor(self, executor, function, *args):
    """Stand for ``loop.run_in_executor``. Like a thread, it starts with an empty context."""
    future = self.create_future()
    try:
        future.set_result(contextvars.Context().run(_call, function, *args))
    except BaseException as exception:
        future.set_exception(exception)
    return future


def install(*loop_classes):
    """Put the stand-ins in place, in nested event loops and the given classes too."""
    SyncToAsync.__call__ = _sync_to_async
    AsyncToSync.__call__ = _async_to_sync
    for loop_class in (NestedEventLoop, *loop_classes):
        loop_class.run_in_executor = _run_in_executor
