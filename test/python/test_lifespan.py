"""Lifespans of tiny ASGI applications."""

import asyncio
import unittest

from django_playground.lifespan import Lifespan, StartupFailed


class LifespanTests(unittest.IsolatedAsyncioTestCase):
    async def test_an_application_starts_once(self):
        events = []

        async def application(scope, receive, send):
            events.append((await receive())["type"])
            scope["state"]["greeting"] = "hello"
            await asyncio.sleep(0)
            await send({"type": "lifespan.startup.complete"})
            await receive()

        lifespan = Lifespan(application)
        await asyncio.gather(lifespan.start(), lifespan.start())
        await lifespan.start()
        self.assertEqual(events, ["lifespan.startup"])
        self.assertEqual(lifespan.state, {"greeting": "hello"})

    async def test_one_that_knows_nothing_of_lifespans_is_let_be(self):
        async def refuses(scope, receive, send):
            raise ValueError(scope["type"])

        async def ignores(scope, receive, send):
            pass

        for application in (refuses, ignores):
            with self.subTest(application.__name__):
                await Lifespan(application).start()

    async def test_one_that_cannot_start(self):
        async def says_so(scope, receive, send):
            await receive()
            await send({"type": "lifespan.startup.failed", "message": "no database"})

        async def raises(scope, receive, send):
            await receive()
            raise LookupError("no database")

        for application, error in ((says_so, StartupFailed), (raises, LookupError)):
            with (
                self.subTest(application.__name__),
                self.assertRaisesRegex(error, "no database"),
            ):
                await Lifespan(application).start()


if __name__ == "__main__":
    unittest.main()
