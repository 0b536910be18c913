/** A site that streams in several ways, with an ASGI application of its own for sockets. */
import type {NotesLaunch} from './notes.js';

const ASGI = `
import asyncio
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
django_application = get_asgi_application()
reading = asyncio.Event()


async def application(scope, receive, send):
    if scope["type"] == "http":
        return await django_application(scope, receive, send)
    if scope["type"] != "websocket":
        raise ValueError(scope["type"])
    await receive()
    if scope["path"] == "/refused/":
        return await send({"type": "websocket.close"})
    await send({"type": "websocket.accept", "headers": [(b"set-cookie", b"a=1")]})
    if scope["path"] == "/closes/":
        return await send({"type": "websocket.close", "code": 4001, "reason": "no"})
    if scope["path"] == "/deaf/":
        await asyncio.Event().wait()
    while (message := await receive())["type"] == "websocket.receive":
        if message.get("text") == "raise":
            raise LookupError("in a socket")
        await send(message | {"type": "websocket.send"})
    print("closed with", message["code"], message["reason"])
`;

export const VIEWS = `
import asyncio

from django.http import HttpResponse, StreamingHttpResponse

from .models import Note

gate = asyncio.Event()


async def pieces(request):
    async def parts():
        try:
            for n in range(3):
                await Note.objects.acreate(text=f"piece {n}")
                yield f"{n}"
                await gate.wait()
        finally:
            print("over")

    return StreamingHttpResponse(parts())


def endless(request):
    def parts():
        while True:
            yield b"x" * 2**16

    return StreamingHttpResponse(parts())


def breaks(request):
    def parts():
        yield "one"
        raise LookupError("broke off")

    return StreamingHttpResponse(parts())


async def open_gate(request):
    gate.set()
    return HttpResponse("open")


async def never(request):
    await asyncio.Event().wait()


async def later(request):
    async def task():
        await gate.wait()
        await asyncio.sleep(0.01)
        await Note.objects.acreate(text="written later")

    later.task = asyncio.create_task(task())
    return HttpResponse("begun")


def index(request):
    return HttpResponse("index")
`;

export const URLS = `
from django.urls import path

from notes import views

urlpatterns = [
    path(f"{name}/", getattr(views, name))
    for name in ("pieces", "endless", "breaks", "open_gate", "never", "later")
] + [path("", views.index)]
`;

const SETTINGS = `
from pathlib import Path

BASE_DIR = Path(__file__).parent.parent
DEBUG = True
SECRET_KEY = "of no site"
ROOT_URLCONF = "mysite.urls"
ASGI_APPLICATION = "mysite.asgi.application"
INSTALLED_APPS = ["notes"]
MIDDLEWARE = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
`;

export const PROJECT: NotesLaunch = {
  files: {
    'mysite/asgi.py': ASGI,
    'mysite/settings.py': SETTINGS,
    'mysite/urls.py': URLS,
    'notes/views.py': VIEWS,
  },
};
