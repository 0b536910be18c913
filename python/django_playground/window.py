"""How much may be on its way to somebody who may be slow."""

import asyncio

__all__ = ["Window"]


class Window:
    """
    Let through so many bytes, and more once some have been taken.

    What comes while there is room goes through whole, however much it is.
    """

    def __init__(self, size):
        """``size`` is how many bytes may be on their way."""
        self._room = size
        self._taken = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._open = False

    async def enter(self, size):
        """Wait until there is room, and take ``size`` bytes of it."""
        # Synchronous code, in a loop of its own, would keep what it waits for from happening.
        can_wait = asyncio.get_running_loop() is self._loop
        while self._room <= 0 and can_wait and not self._open:
            self._taken.clear()
            await self._taken.wait()
        self._room -= size

    def leave(self, size):
        """Say that so many bytes were taken."""
        self._room += size
        self._taken.set()

    def remove(self):
        """Let everything through."""
        self._open = True
        self._taken.set()
