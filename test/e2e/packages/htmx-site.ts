/** A site whose pages do with htmx what its documentation shows. */
import type {ProjectFile} from '../../../src/protocol/project.js';
import {npmFile} from './npm-file.js';

/** How a version of htmx wants its markup. */
interface Dialect {
  /** Its script, then those of its extensions. */
  readonly scripts: readonly string[];
  /** What an attribute needs to be about all elements below. */
  readonly inherited: string;
  /** Attributes of what shows events, and of what speaks over a socket. */
  readonly events: string;
  readonly socket: string;
  readonly send: string;
}

export const HTMX_2: Dialect = {
  scripts: ['htmx.org/dist/htmx.js', 'htmx-ext-sse/sse.js', 'htmx-ext-ws/ws.js'],
  inherited: '',
  events: 'hx-ext="sse" sse-connect="/events/" sse-swap="message"',
  socket: 'hx-ext="ws" ws-connect="/echo/"',
  send: 'ws-send',
};

export const HTMX_4: Dialect = {
  scripts: ['htmx-4/dist/htmx.js', 'htmx-4/dist/ext/hx-sse.js', 'htmx-4/dist/ext/hx-ws.js'],
  inherited: ':inherited',
  events: 'hx-sse:connect="/events/"',
  socket: 'hx-ws:connect="/echo/"',
  send: 'hx-ws:send',
};

const VIEWS = `
import asyncio

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.html import format_html

items = []
listeners = set()


def page(request, title="First", tab=None):
    return render(request, "page.html", {"title": title, "tab": tab})


def tab(request, number):
    text = f"This is tab {number}"
    if "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers:
        return HttpResponse(text)
    return page(request, "Tabs", text)


def add(request):
    items.append(request.POST["text"])
    for listener in listeners:
        listener.put_nowait(items[-1])
    count = format_html('<p id="count" hx-swap-oob="true">{} in all</p>', len(items))
    return HttpResponse(format_html("<li>Item {}</li>", items[-1]) + count)


def upload(request):
    (file,) = request.FILES.values()
    return HttpResponse(f"{file.name} has {file.size} bytes")


async def events(request):
    async def parts():
        listener = asyncio.Queue()
        listeners.add(listener)
        try:
            yield "data: Events come here\\n\\n"
            while True:
                yield f"data: Event of {await listener.get()}\\n\\n"
        finally:
            listeners.remove(listener)

    return StreamingHttpResponse(parts(), content_type="text/event-stream")
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [
    path("", views.page),
    path("second/", views.page, {"title": "Second"}),
    path("tab/<int:number>/", views.tab),
    path("add/", views.add),
    path("upload/", views.upload),
    path("events/", views.events),
]
`;

const ASGI = `
import json
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

site = get_asgi_application()


async def application(scope, receive, send):
    if scope["type"] != "websocket":
        return await site(scope, receive, send)
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        said = json.loads(message["text"])["said"]
        html = f'<ul id="said" hx-swap-oob="beforeend"><li>You said {said}</li></ul>'
        await send({"type": "websocket.send", "text": html})
`;

function page({scripts, inherited, events, socket, send}: Dialect): string {
  return `{% load static %}<!doctype html>
<html>
  <head>
    <title>{{ title }}</title>
    ${scripts.map(path => `<script src="{% static '${path}' %}"></script>`).join('\n    ')}
  </head>
  <body hx-headers${inherited}='{"X-CSRFToken": "{{ csrf_token }}"}'>
    <nav hx-boost${inherited}="true"><a href="/">First</a> <a href="/second/">Second</a></nav>
    <h1>{{ title }} page</h1>
    <button hx-get="/tab/1/" hx-target="#tab" hx-push-url="true">Tab 1</button>
    <button hx-get="/tab/2/" hx-target="#tab" hx-push-url="true">Tab 2</button>
    <div id="tab">{{ tab|default:"No tab yet" }}</div>
    <form hx-post="/add/" hx-target="#list" hx-swap="beforeend">
      <input name="text" aria-label="Item" /><button>Add</button>
    </form>
    <ul id="list"></ul>
    <p id="count"></p>
    <div ${events}></div>
    <form
      hx-post="/upload/"
      hx-encoding="multipart/form-data"
      hx-target="#uploaded"
      hx-on:htmx:xhr:progress="document.querySelector('progress').value = event.detail.loaded / event.detail.total"
    >
      <input type="file" name="file" aria-label="File" /><button>Upload</button>
      <progress value="0"></progress>
    </form>
    <p id="uploaded"></p>
    <div ${socket}>
      <ul id="said"></ul>
      <form ${send}><input name="said" aria-label="Words" /><button>Say</button></form>
    </div>
  </body>
</html>
`;
}

/** The files of the site. */
export async function htmxSite(dialect: Dialect): Promise<readonly ProjectFile[]> {
  return [
    {path: 'views.py', content: VIEWS},
    {path: 'urls.py', content: URLS},
    {path: 'mysite/asgi.py', content: ASGI},
    {path: 'templates/page.html', content: page(dialect)},
    ...(await Promise.all(dialect.scripts.map(npmFile))),
  ];
}
