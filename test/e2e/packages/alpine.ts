/** What Alpine does in a tab, in the output: as npm has it, with its plugin that keeps values. */
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {npmFile} from './npm-file.js';

const SCRIPTS = ['@alpinejs/persist/dist/cdn.js', 'alpinejs/dist/cdn.js'];

const VIEWS = `
import json

from django.http import JsonResponse
from django.shortcuts import render

books = ["Emma", "Persuasion"]


def page(request):
    return render(request, "page.html")


def find(request):
    found = [title for title in books if request.GET["q"].lower() in title.lower()]
    return JsonResponse({"books": found})


def add(request):
    books.append(json.loads(request.body)["title"])
    return JsonResponse({"books": books}, status=201)
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [
    path("", views.page),
    path("find/", views.find),
    path("add/", views.add),
]
`;

const PAGE = `{% load static %}<!doctype html>
<html>
  <head>
    <title>Books</title>
    ${SCRIPTS.map(path => `<script defer src="{% static '${path}' %}"></script>`).join('\n    ')}
    <script>
      document.addEventListener('alpine:init', () => {
        Alpine.data('shelf', () => ({
          query: '',
          books: [],
          title: '',
          init() {
            this.find();
          },
          async find() {
            const response = await fetch('/find/?q=' + encodeURIComponent(this.query));
            this.books = (await response.json()).books;
          },
          async add() {
            const response = await fetch('/add/', {
              method: 'POST',
              headers: {'X-CSRFToken': '{{ csrf_token }}', 'Content-Type': 'application/json'},
              body: JSON.stringify({title: this.title}),
            });
            this.books = (await response.json()).books;
          },
        }));
      });
    </script>
  </head>
  <body>
    <div x-data="{ isOpen: false, count: $persist(0) }">
      <button @click="isOpen = !isOpen" x-text="isOpen ? 'Hide' : 'Show'"></button>
      <p x-show="isOpen" x-transition>Here it is.</p>
      <button @click="count++">Count</button>
      <p>Counted <span x-text="count"></span></p>
      <p x-text="'At ' + window.location.pathname + location.search"></p>
      <button @click="location.href = '/?again'">Again</button>
    </div>
    <div x-data="shelf">
      <form @submit.prevent="find"><input x-model="query" aria-label="Search" /></form>
      <ul>
        <template x-for="book in books" :key="book"><li x-text="'Book ' + book"></li></template>
      </ul>
      <p x-text="books.length + ' found'"></p>
      <form @submit.prevent="add"><input x-model="title" aria-label="Title" /><button>Add</button></form>
    </div>
  </body>
</html>
`;

journey('a site with Alpine', () => {
  let playground: Playground;

  step('answers clicks', async () => {
    playground = await Playground.on(await openPage('/pages/plain.html'));
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
      {path: 'templates/page.html', content: PAGE},
      ...(await Promise.all(SCRIPTS.map(npmFile))),
    ]);
    await playground.run();
    await playground.output.click({role: 'button', name: 'Show'});
    await playground.output.shows('Here it is.');
    await playground.output.click({role: 'button', name: 'Hide'});
    await playground.output.find({role: 'button', name: 'Show'});
  });

  step('asks for what a list has', async () => {
    const {output} = playground;
    await output.shows('Book Emma');
    await output.shows('2 found');
    await output.type({role: 'textbox', name: 'Search'}, 'pers\n');
    await output.shows('1 found');
    await output.shows('Book Persuasion');
  });

  step('adds to it', async () => {
    await playground.output.type({role: 'textbox', name: 'Title'}, 'Lady Susan\n');
    await playground.output.shows('Book Lady Susan');
    await playground.output.shows('3 found');
  });

  step('keeps values on the next page, and knows where it is', async () => {
    const {output} = playground;
    await output.shows('At /');
    await output.click({role: 'button', name: 'Count'});
    await output.click({role: 'button', name: 'Count'});
    await output.shows('Counted 2');
    await output.click({role: 'button', name: 'Again'});
    await output.shows('At /?again');
    await output.shows('Counted 2');
  });
});
