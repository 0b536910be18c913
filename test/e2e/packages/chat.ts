/** A chat with Channels: rooms, groups and the in-memory layer, for two who see it side by side. */
import {it} from 'node:test';
import {wheels} from '../../setup/wheels.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';
import type {View} from '../view.js';

const SETTINGS = `
SECRET_KEY = "not-so-secret"
DEBUG = True
ALLOWED_HOSTS = []
ROOT_URLCONF = "mysite.urls"
ASGI_APPLICATION = "mysite.asgi.application"
INSTALLED_APPS = [
    "daphne",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "channels",
    "talk",
]
CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
`;

const ASGI = `
import os

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")

site = get_asgi_application()

from talk.routing import sockets

application = ProtocolTypeRouter(
    {
        "http": site,
        "websocket": AllowedHostsOriginValidator(AuthMiddlewareStack(URLRouter(sockets))),
    }
)
`;

const ROUTING = `
from django.urls import path

from .consumers import Talk, Whisper

sockets = [
    path("ws/talk/<slug:room>/", Talk.as_asgi()),
    path("ws/whisper/<slug:room>/", Whisper.as_asgi()),
]
`;

const CONSUMERS = `
from asgiref.sync import async_to_sync
from channels.generic.websocket import AsyncJsonWebsocketConsumer, WebsocketConsumer


class Talk(WebsocketConsumer):
    """Synchronous, so that it runs in what Channels takes for another thread."""

    def connect(self):
        self.group = "talk_" + self.scope["url_route"]["kwargs"]["room"]
        async_to_sync(self.channel_layer.group_add)(self.group, self.channel_name)
        self.accept()

    def disconnect(self, code):
        async_to_sync(self.channel_layer.group_discard)(self.group, self.channel_name)

    def receive(self, text_data=None, bytes_data=None):
        name = self.scope["session"].get("name", "Nobody")
        event = {"type": "talk.said", "text": f"{name} says {text_data}"}
        async_to_sync(self.channel_layer.group_send)(self.group, event)

    def talk_said(self, event):
        self.send(text_data=event["text"])


class Whisper(AsyncJsonWebsocketConsumer):
    async def connect(self):
        self.group = "whisper_" + self.scope["url_route"]["kwargs"]["room"]
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive_json(self, content):
        event = {"type": "whisper.said", "text": f"{self.scope['user']} whispers {content['text']}"}
        await self.channel_layer.group_send(self.group, event)

    async def whisper_said(self, event):
        await self.send_json({"text": event["text"]})
`;

const VIEWS = `
from django.shortcuts import render


def room(request, name, room):
    request.session["name"] = name
    return render(request, "talk/room.html", {"name": name, "room": room})
`;

const URLS = `
from django.urls import path

from talk.views import room

urlpatterns = [path("<name>/<slug:room>/", room)]
`;

const ROOM = `<!doctype html>
<title>{{ room }}</title>
<h1>{{ name }} in {{ room }}</h1>
<p id="state"></p>
<form id="talk"><input aria-label="Say"><button>Say</button></form>
<form id="whisper"><input aria-label="Whisper"><button>Whisper</button></form>
<ul id="log"></ul>
{{ room|json_script:"room" }}
<script>
  const room = JSON.parse(document.querySelector('#room').textContent);
  const open = (kind, pack, unpack) => {
    const socket = new WebSocket('ws://' + window.location.host + '/ws/' + kind + '/' + room + '/');
    socket.onopen = () => (document.querySelector('#state').textContent += kind + ' is open. ');
    socket.onclose = ({code}) => (document.querySelector('#state').textContent = 'Closed: ' + code);
    socket.onmessage = ({data}) => {
      const line = document.createElement('li');
      line.textContent = unpack(data);
      document.querySelector('#log').append(line);
    };
    document.querySelector('#' + kind).onsubmit = event => {
      event.preventDefault();
      const input = event.target.querySelector('input');
      socket.send(pack(input.value));
      input.value = '';
    };
  };
  open('talk', text => text, text => text);
  open('whisper', text => JSON.stringify({text}), text => JSON.parse(text).text);
</script>
`;

const files = await wheels('channels').catch((error: unknown) => {
  void it('a chat with Channels', {skip: `it cannot be had: ${String(error)}`});
  return undefined;
});

if (files) journey('a chat with Channels', () => visit(files));

function visit(names: readonly string[]): void {
  let playground: Playground;
  let ann: View;
  let ben: View;

  step('is shown to two', async () => {
    const tab = await openPage('/pages/plain.html');
    await tab.evaluate(
      requirements => {
        const element = document.querySelector('django-playground')!;
        element.setAttribute('requirements', requirements);
        element.setAttribute('path', '/Ann/lobby/');
        element.setAttribute('visitors', 'Ann, Ben /Ben/lobby/');
      },
      names.map(name => `/wheels/${name}`).join(' '),
    );
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'mysite/settings.py', content: SETTINGS},
      {path: 'mysite/urls.py', content: URLS},
      {path: 'mysite/asgi.py', content: ASGI},
      {path: 'talk/routing.py', content: ROUTING},
      {path: 'talk/consumers.py', content: CONSUMERS},
      {path: 'talk/views.py', content: VIEWS},
      {path: 'talk/templates/talk/room.html', content: ROOM},
    ]);
    [ann, ben] = [playground.visitor(1), playground.visitor(2)];
    await playground.run();
    for (const view of [ann, ben]) {
      await view.shows('talk is open.');
      await view.shows('whisper is open.');
    }
  });

  step('shows each what the other says', async () => {
    await ann.type({role: 'textbox', name: 'Say'}, 'hello\n');
    for (const view of [ann, ben]) await view.shows('Ann says hello');
    await ben.type({role: 'textbox', name: 'Say'}, 'good day\n');
    for (const view of [ann, ben]) await view.shows('Ben says good day');
    await ben.type({role: 'textbox', name: 'Whisper'}, 'so quiet here\n');
    for (const view of [ann, ben]) await view.shows('AnonymousUser whispers so quiet here');
  });

  step('keeps rooms apart', async () => {
    await playground.face.type({role: 'textbox', name: 'Address of Ben'}, '/Ben/garden/\n');
    await ben.shows('Ben in garden');
    await ben.shows('talk is open.');
    await ann.type({role: 'textbox', name: 'Say'}, 'where are you?\n');
    await ann.shows('Ann says where are you?');
    await ben.type({role: 'textbox', name: 'Say'}, 'outside\n');
    await ben.shows('Ben says outside');
    const heard = await ben.text();
    if (heard.includes('where are you?')) throw new Error(`Ben hears another room:\n${heard}`);
  });

  step('finds all in one room again', async () => {
    await playground.face.type({role: 'textbox', name: 'Address of Ben'}, '/Ben/lobby/\n');
    await ben.shows('Ben in lobby');
    await ben.shows('talk is open.');
    await ann.type({role: 'textbox', name: 'Say'}, 'there you are\n');
    await until('both have it', async () => {
      const texts = [await ann.text(), await ben.text()];
      return texts.every(text => text.includes('Ann says there you are'));
    });
  });
}
