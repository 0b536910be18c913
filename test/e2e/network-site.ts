const VIEWS = `
import asyncio

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render

# What a test may wait for, and what it has seen.
gates = {"lines": asyncio.Event(), "events": asyncio.Event()}
seen = []


def page(request):
    request.session.setdefault("visits", 0)
    return render(request, "page.html")


def vote(request):
    request.session["visits"] += 1
    data = {
        "method": request.method,
        "choice": request.POST.get("choice"),
        "files": {name: file.read().decode() for name, file in request.FILES.items()},
        "visits": request.session["visits"],
        "origin": request.headers.get("Origin"),
        "cookie": "Cookie" in request.headers,
    }
    return JsonResponse(data, status=201)


def upload(request):
    (file,) = request.FILES.values()
    return HttpResponse(str(len(file.read())))


def again(request):
    return redirect("/small/7/")


def small(request, number):
    return HttpResponse(f"number {number}")


def open_gate(request, name):
    gates[name].set()
    return HttpResponse()


async def lines(request):
    async def parts():
        yield "one"
        await gates["lines"].wait()
        yield "two"

    return StreamingHttpResponse(parts(), content_type="text/plain")


async def slow(request):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise


def seen_so_far(request):
    return JsonResponse(seen, safe=False)


async def events(request):
    async def parts():
        yield f"retry: 1\\ndata: since {request.headers.get('Last-Event-ID')}\\n\\n"
        await gates["events"].wait()
        yield "event: vote\\nid: 5\\ndata: counted\\n\\n"

    return StreamingHttpResponse(parts(), content_type="text/event-stream")
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [
    path("", views.page),
    path("vote/", views.vote),
    path("upload/", views.upload),
    path("again/", views.again),
    path("small/<int:number>/", views.small),
    path("open/<name>/", views.open_gate),
    path("lines/", views.lines),
    path("slow/", views.slow),
    path("seen/", views.seen_so_far),
    path("events/", views.events),
]
`;

const ASGI = `
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

site = get_asgi_application()


async def application(scope, receive, send):
    if scope["type"] != "websocket":
        return await site(scope, receive, send)
    await receive()
    if scope["path"] == "/forbidden/":
        return await send({"type": "websocket.close", "code": 4003})
    chosen = "json" if "json" in scope["subprotocols"] else None
    await send({"type": "websocket.accept", "subprotocol": chosen})
    headers = dict(scope["headers"])
    await send({"type": "websocket.send", "text": headers[b"origin"].decode()})
    while True:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            return
        if message.get("text") == "bye":
            return await send({"type": "websocket.close", "code": 4001, "reason": "Bye."})
        if message.get("bytes") is not None:
            await send({"type": "websocket.send", "bytes": message["bytes"][::-1]})
        else:
            await send({"type": "websocket.send", "text": message["text"].upper()})
`;

const PAGE = `<!doctype html>
<title>Scripts</title>
<h1>Scripts</h1>
<form id="form">{% csrf_token %}<input name="choice" value="7"></form>
`;

/** Files of a site that answers in every way there is. */
export const NETWORK_SITE = [
  {path: 'views.py', content: VIEWS},
  {path: 'urls.py', content: URLS},
  {path: 'mysite/asgi.py', content: ASGI},
  {path: 'templates/page.html', content: PAGE},
];
