"""The server of Web Platform Tests as an ASGI application, under any server or none."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suite.settings")

from . import http, sockets


async def application(scope, receive, send):
    if scope["type"] == "http":
        await http.respond(scope, receive, send)
    elif scope["type"] == "websocket":
        await sockets.serve(scope, receive, send)
    else:
        await lifespan(receive, send)


async def lifespan(receive, send):
    while (await receive())["type"] != "lifespan.shutdown":
        await send({"type": "lifespan.startup.complete"})
    await send({"type": "lifespan.shutdown.complete"})
