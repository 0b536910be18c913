import {RENDERING_SITE} from './rendering-site.js';
import type {Step} from './visitor.js';

/** A small project as an author may give it, and a visit of it. */
export interface SampleSite {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly superuser?: string;
  readonly steps: readonly Step[];
}

/** Into the admin. */
export const LOGIN: readonly Step[] = [
  {path: '/admin/', status: 302, location: '/admin/login/?next=/admin/'},
  {path: '/admin/login/?next=/admin/', status: 200, contains: 'Log in'},
  {
    path: '/admin/login/?next=/admin/',
    fields: {username: 'admin', password: 'admin', next: '/admin/'},
    status: 302,
    location: '/admin/',
  },
  {path: '/admin/', status: 200, contains: 'Site administration'},
];

const MODEL = `from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=50)

    def __str__(self):
        return self.name
`;

const VIEWS = `from django.http import HttpResponse


def index(request):
    return HttpResponse(__name__)
`;

export const SAMPLE_SITES: readonly SampleSite[] = [
  {
    name: 'a lone views.py with templates and static files at the root',
    files: {
      'views.py': `from django.http import HttpResponse
from django.shortcuts import render
from django.views.generic import TemplateView


def index(request):
    return render(request, "index.html", {"names": ["<Ada>", "Bé"]})


async def greet(request, name, times: int):
    return HttpResponse(f"Hello {name}! " * times)


class AboutView(TemplateView):
    template_name = "about.html"
`,
      'templates/base.html':
        '{% load static %}<link href="{% static "a.css" %}">{% block b %}{% endblock %}',
      'templates/index.html':
        '{% extends "base.html" %}{% block b %}{% for n in names %}{% url "greet" n 2 %} {{ n }}{% endfor %}{% endblock %}',
      'templates/about.html': '{{ request.path }}',
      'static/a.css': 'a {}\n',
    },
    steps: [
      {path: '/', status: 200, contains: '/greet/%3CAda%3E/2/ &lt;Ada&gt;'},
      {path: '/greet/Ada/2/', status: 200, contains: 'Hello Ada! Hello Ada! '},
      {path: '/about/', status: 200, contains: '/about/'},
      {path: '/static/a.css', status: 200, contains: 'a {}'},
      {path: '/admin/', status: 302},
    ],
  },
  {
    name: 'models.py and admin.py',
    files: {
      'models.py': MODEL,
      'admin.py':
        'from django.contrib import admin\n\nfrom .models import Item\n\nadmin.site.register(Item)\n',
    },
    superuser: 'admin:admin',
    steps: [
      {path: '/', status: 302, location: '/admin/'},
      ...LOGIN,
      {path: '/admin/app/item/add/', status: 200, contains: 'name="name"'},
      {
        path: '/admin/app/item/add/',
        fields: {name: 'One'},
        status: 302,
        location: '/admin/app/item/',
      },
      {path: '/admin/app/item/', status: 200, contains: 'One'},
    ],
  },
  {
    name: 'apps in packages without anything else',
    files: {
      'shop/orders/models.py': MODEL,
      'shop/orders/views.py': VIEWS,
      'shop/stock/models.py': MODEL,
      'shop/stock/views.py': VIEWS,
      'shop/stock/urls.py': `from django.urls import path

from . import views

urlpatterns = [path("list/", views.index)]
`,
    },
    steps: [
      {path: '/', status: 302, location: '/shop/orders/'},
      {path: '/shop/orders/', status: 200, contains: 'shop.orders.views'},
      {path: '/shop/stock/list/', status: 200, contains: 'shop.stock.views'},
    ],
  },
  {
    name: 'settings in part',
    files: {
      'mysite/settings.py': `LANGUAGE_CODE = "de"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ("django.contrib.auth", "django.contrib.contenttypes", "polls.apps.PollsConfig")
`,
      'polls/apps.py': `from django.apps import AppConfig


class PollsConfig(AppConfig):
    name = "polls"
`,
      'polls/models.py': MODEL,
      'polls/views.py': VIEWS,
      'extra/models.py': MODEL.replace('class Item', 'class Other'),
      'extra/views.py': `from django.http import HttpResponse
from django.utils.translation import get_language

from .models import Other


def index(request):
    return HttpResponse(f"{get_language()} {Other.objects.count()}")
`,
    },
    steps: [
      {path: '/', status: 302, location: '/extra/'},
      {path: '/polls/', status: 200, contains: 'polls.views'},
      {path: '/extra/', status: 200, contains: 'de 0'},
      {path: '/admin/', status: 404},
    ],
  },
  {
    name: 'a package of settings and a root URLconf with another name',
    files: {
      'manage.py': `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
execute_from_command_line(sys.argv)
`,
      'config/settings/base.py': 'ROOT_URLCONF = "config.routes"\nUSE_TZ = True\n',
      'config/settings/local.py': 'from .base import *\n\nDEBUG = True\n',
      'polls/views.py': VIEWS,
    },
    steps: [
      {path: '/', status: 302, location: '/polls/'},
      {path: '/polls/', status: 200, contains: 'polls.views'},
    ],
  },
  {
    name: 'a URLconf and views in mysite',
    files: {
      'mysite/urls.py': `from django.urls import path

from . import views

urlpatterns = [path("", views.index)]
`,
      'mysite/views.py': VIEWS,
    },
    steps: [{path: '/', status: 200, contains: 'mysite.views'}],
  },
  RENDERING_SITE,
];
