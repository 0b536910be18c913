"""
Threads that a project starts itself: what is said here holds for real threads too.

Only what tells of the stand-in itself is for Pyodide alone.
"""

import asyncio
import contextvars
import queue
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

from asgiref.local import Local
from support import IN_PYODIDE, captured

variable = contextvars.ContextVar("variable", default="unset")


def in_a_thread(function, **options):
    """Return what a function returns on a thread of its own."""
    results = []
    thread = threading.Thread(target=lambda: results.append(function()), **options)
    thread.start()
    thread.join()
    return results[0]


class Named(threading.local):
    names = None

    def __init__(self, name):
        self.names = [name]


class ThreadTests(unittest.TestCase):
    def test_life(self):
        thread = threading.Thread(target=list, name="one", daemon=True)
        self.assertFalse(thread.is_alive())
        with self.assertRaises(RuntimeError):
            thread.join()
        thread.start()
        thread.join(10)
        self.assertFalse(thread.is_alive())
        with self.assertRaisesRegex(RuntimeError, "once"):
            thread.start()
        self.assertNotIn(thread, threading.enumerate())

    def test_identity(self):
        me = threading.get_ident()
        seen = in_a_thread(
            lambda: (threading.get_ident(), threading.current_thread().name), name="one"
        )
        self.assertNotEqual(seen[0], me)
        self.assertEqual(seen[1], "one")
        self.assertEqual(threading.get_ident(), me)
        self.assertIs(threading.current_thread(), threading.main_thread())
        self.assertIsNot(in_a_thread(threading.current_thread), threading.main_thread())

    def test_nested(self):
        def outer():
            mine = threading.current_thread()
            inner = in_a_thread(threading.current_thread)
            return mine, inner, threading.current_thread()

        mine, inner, after = in_a_thread(outer)
        self.assertIs(mine, after)
        self.assertIsNot(mine, inner)

    def test_thread_local_values(self):
        values, named, critical = threading.local(), Named("a"), Local(thread_critical=True)
        values.one = critical.one = 1
        named.names.append("b")

        def inside():
            before = hasattr(values, "one"), named.names, hasattr(critical, "one")
            values.one = values.two = critical.one = 2
            named.names.append("c")
            values.own = threading.local()
            values.own.one = 1
            return before, values.own

        before, own = in_a_thread(inside)
        self.assertEqual(before, (False, ["a", "c"], False))
        self.assertEqual((values.one, critical.one, named.names), (1, 1, ["a", "b"]))
        self.assertFalse(hasattr(values, "two"))
        self.assertFalse(hasattr(own, "one"))

    def test_context(self):
        variable.set("outside")

        def inside():
            before = variable.get()
            variable.set("inside")
            return before

        self.assertEqual(in_a_thread(inside), "unset")
        self.assertEqual(variable.get(), "outside")

    def test_exception(self):
        with mock.patch("threading.excepthook") as hook:
            thread = threading.Thread(target=divmod, args=(1, 0))
            thread.start()
            thread.join()
        self.assertIs(hook.call_args.args[0].exc_type, ZeroDivisionError)

    def test_an_event_loop_of_its_own(self):
        async def inside():
            await asyncio.sleep(0)
            return 1

        async def main():
            return in_a_thread(lambda: asyncio.run(inside())), asyncio.current_task() is not None

        self.assertEqual(asyncio.run(main()), (1, True))

    def test_what_one_leaves_another_finds(self):
        items, done = queue.Queue(), threading.Event()
        thread = threading.Thread(target=lambda: (items.put(1), done.set()))
        thread.start()
        done.wait()
        self.assertEqual(items.get(), 1)

    @unittest.skipUnless(IN_PYODIDE, "Threads can wait.")
    def test_waiting_for_another_is_refused(self):
        items, done = queue.Queue(), threading.Event()
        for wait in (items.get, done.wait):
            thread = threading.Thread(target=wait)
            with captured() as output, self.assertRaisesRegex(RuntimeError, "wait for ever"):
                thread.start()
            self.assertFalse(thread.is_alive())
            self.assertEqual(output.getvalue(), "")
        with self.assertRaisesRegex(RuntimeError, "wait for ever"):
            done.wait()
        self.assertFalse(done.wait(0.001))

    @unittest.skipUnless(IN_PYODIDE, "There are timers.")
    def test_timers_are_refused(self):
        with self.assertRaisesRegex(RuntimeError, "call_later"):
            threading.Timer(1, list).start()


class PoolTests(unittest.TestCase):
    def test_results_and_exceptions(self):
        with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
            self.assertEqual(list(pool.map(str.upper, "ab")), ["A", "B"])
            self.assertIn("pool", pool.submit(threading.current_thread).result().name)
            with self.assertRaises(ZeroDivisionError):
                pool.submit(divmod, 1, 0).result()
        with self.assertRaisesRegex(RuntimeError, "after shutdown"):
            pool.submit(list)

    def test_initializer(self):
        values = threading.local()

        def initialize(value):
            values.one = value

        with ThreadPoolExecutor(1, initializer=initialize, initargs=("a",)) as pool:
            self.assertEqual(pool.submit(lambda: values.one).result(), "a")
        self.assertFalse(hasattr(values, "one"))

    def test_in_a_coroutine(self):
        async def main():
            with ThreadPoolExecutor() as pool:
                future = pool.submit(threading.get_ident)
                return await asyncio.wrap_future(future)

        self.assertNotEqual(asyncio.run(main()), threading.get_ident())


if __name__ == "__main__":
    unittest.main()
