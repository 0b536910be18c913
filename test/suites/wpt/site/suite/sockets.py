"""The WebSockets of the tests that can be had through ASGI, each a few lines."""

from urllib.parse import parse_qs

__all__ = ["serve"]

GOODBYE = "Goodbye"


class Socket:
    def __init__(self, scope, receive, send):
        self.protocols = scope["subprotocols"]
        self.headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        self.query = scope["query_string"].decode("latin-1")
        self._receive = receive
        self._send = send

    async def accept(self, subprotocol=None, headers=()):
        await self._send(
            {"type": "websocket.accept", "subprotocol": subprotocol, "headers": list(headers)}
        )

    async def send(self, message):
        kind = "text" if isinstance(message, str) else "bytes"
        await self._send({"type": "websocket.send", kind: message})

    async def close(self, code=1000, reason=""):
        await self._send({"type": "websocket.close", "code": code, "reason": reason})

    async def receive(self):
        """Return the next message; ``None`` once the other side has left."""
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return None
        text = message.get("text")
        return message.get("bytes") if text is None else text


async def echo(socket):
    await socket.accept("echo" if "echo" in socket.protocols else None)
    while (message := await socket.receive()) is not None:
        await socket.send(message)
        if message == GOODBYE:
            await socket.close()
            return


async def wait_for_goodbye(socket):
    await socket.accept()
    while (message := await socket.receive()) is not None:
        if message == GOODBYE:
            await socket.close()
            return


async def empty_message(socket):
    await socket.accept()
    await socket.send("pass" if await socket.receive() == "" else "fail")
    await socket.close()


async def foobar(socket):
    await socket.accept("foobar")
    await socket.close()


async def no_protocol(socket):
    await socket.accept()
    await socket.close()


async def first_protocol(socket):
    protocol = socket.protocols[0]
    await socket.accept(protocol)
    await socket.send(protocol)
    await socket.close()


def say(header, otherwise):
    async def handler(socket):
        await socket.accept()
        await socket.send(socket.headers.get(header, otherwise))
        await socket.close()

    return handler


async def say_query(socket):
    await socket.accept()
    await socket.send(socket.query)
    await socket.close()


async def set_cookie(socket):
    value = f"ws_test_{socket.query}=test; Path=/"
    await socket.accept(headers=[(b"set-cookie", value.encode())])
    await socket.receive()


async def remote_close(socket):
    await socket.accept()
    values = parse_qs(socket.query)
    if "code" in values:
        await socket.close(int(values["code"][0]), values.get("reason", [""])[0])
    else:
        await socket.close()


HANDLERS = {
    "/echo": echo,
    "/echo_exit": wait_for_goodbye,
    "/echo_close_data": wait_for_goodbye,
    "/delayed-passive-close": wait_for_goodbye,
    "/empty-message": empty_message,
    "/handshake_no_extensions": no_protocol,
    "/handshake_no_protocol": no_protocol,
    "/handshake_protocol": foobar,
    "/origin": say("origin", ""),
    "/protocol": first_protocol,
    "/protocol_array": first_protocol,
    "/referrer": say("referer", "MISSING AS PER FETCH"),
    "/echo-cookie": say("cookie", "(none)"),
    "/echo-query": say_query,
    "/echo-query_v13": say_query,
    "/set-cookie": set_cookie,
    "/set-cookie_http": set_cookie,
    "/remote-close": remote_close,
}


async def serve(scope, receive, send):
    await receive()
    handler = HANDLERS.get(scope["path"])
    socket = Socket(scope, receive, send)
    if handler is None:
        await socket.close()
    else:
        await handler(socket)
