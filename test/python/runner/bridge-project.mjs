/** A project for the tests of the bridge: what depends on Pyodide's own event loop. */
export const FILES = {
  'mysite/__init__.py': '',
  'mysite/settings.py': `
SECRET_KEY = "a key for tests"
DEBUG = True
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "mysite.urls"
ASGI_APPLICATION = "mysite.asgi.application"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
`,
  'mysite/asgi.py': `
from django.core.asgi import get_asgi_application

django_application = get_asgi_application()

async def application(scope, receive, send):
    if scope["type"] != "websocket":
        return await django_application(scope, receive, send)
    await receive()
    if scope["path"] == "/refused/":
        return await send({"type": "websocket.close"})
    await send({"type": "websocket.accept", "subprotocol": scope["subprotocols"][0]})
    while (message := await receive())["type"] == "websocket.receive":
        if message.get("text") == "raise":
            raise LookupError("in a socket")
        await send(message | {"type": "websocket.send"})
    print("closed with", message["code"], message["reason"])
`,
  'mysite/urls.py': `
import asyncio
import sys
import time
from asgiref.sync import async_to_sync, sync_to_async
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path

released = asyncio.Event()
left_behind = []

def echo(request, name):
    print("echo", name)
    response = JsonResponse({
        "method": request.method,
        "name": name,
        "get": request.GET.dict(),
        "body": request.body.decode("latin-1"),
        "header": request.headers.get("X-One"),
    })
    response.set_cookie("one", "1")
    response.set_cookie("two", "2")
    return response

def exit(request):
    sys.exit("sync exit")

async def aexit(request):
    await asyncio.sleep(0)
    sys.exit("async exit")

async def interrupt(request):
    raise KeyboardInterrupt("async interrupt")

async def wait(request):
    await released.wait()
    return HttpResponse("released")

async def release(request):
    released.set()
    return HttpResponse("releasing")

async def hold(request):
    released.clear()
    return HttpResponse("holding")

async def sleep(request):
    await asyncio.sleep(0.001)
    return HttpResponse("slept")

def below(request):
    async def awrong(request):
        return wrong(request)
    return async_to_sync(convert_exception_to_response(awrong))(request)

def wrong(request):
    raise LookupError("went wrong")

async def endless(request):
    async def parts():
        while True:
            yield b"x" * 2**20
    return StreamingHttpResponse(parts())

async def pieces(request):
    async def parts():
        try:
            for n in range(3):
                yield f"{n} "
                await released.wait()
        finally:
            print("over")
    return StreamingHttpResponse(parts())

def sync_pieces(request):
    def parts():
        n = 0
        while True:
            yield b"x" * 2**16
            n += 1
            print("sent", n)
    return StreamingHttpResponse(parts())

def breaks(request):
    def parts():
        yield "one"
        raise LookupError("broke off")
    return StreamingHttpResponse(parts())

def nested(request):
    async def names():
        await asyncio.sleep(0.001)
        count = await User.objects.acount()
        return [user.username async for user in User.objects.all()] + [count]
    return JsonResponse([async_to_sync(names)(), asyncio.run(names())], safe=False)

async def aorm(request):
    first = await User.objects.afirst()
    second = await asyncio.to_thread(User.objects.first)
    return HttpResponse(f"{first} {second} {await sync_to_async(User.objects.count)()}")

async def unsafe(request):
    return HttpResponse(User.objects.count())

async def leave_behind(request):
    async def task():
        await asyncio.sleep(0.001)
        left_behind.append("done")
    leave_behind.task = asyncio.create_task(task())
    return HttpResponse("left")

async def collect(request):
    await leave_behind.task
    return HttpResponse(" ".join(left_behind))

def login(request):
    user = authenticate(request, username="admin", password=request.GET["password"])
    return HttpResponse(user.password if user else "refused")

def blocking(request):
    time.sleep(0.001)
    return HttpResponse("blocked")

urlpatterns = [path("echo/<name>/", echo)] + [
    path(f"{view.__name__}/", view)
    for view in (exit, aexit, interrupt, wait, release, hold, sleep, endless, nested, aorm, unsafe,
                 leave_behind, collect, login, blocking, below, wrong, pieces, sync_pieces,
                 breaks)
]
`,
};

/** Write the files below a folder. */
export function writeProject(fs, root) {
  for (const [path, content] of Object.entries(FILES)) {
    const file = `${root}/${path}`;
    fs.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    fs.writeFile(file, content);
  }
}
