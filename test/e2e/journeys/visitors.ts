/** Two visitors of one site beside each other: who they are to it, and what is kept of them. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {ARTIFACTS} from '../../setup/run-part.js';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import type {View} from '../view.js';

const VIEWS = `
from django.http import HttpResponse


def index(request, name=None):
    name = name or request.session.get("name", "nobody")
    request.session["name"] = name
    request.session["visits"] = request.session.get("visits", 0) + 1
    visits = request.session["visits"]
    return HttpResponse(f'<title>{name}</title><h1>{name}, visit {visits}</h1><a href="/">Again</a>')
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [path("", views.index), path("as/<name>/", views.index)]
`;

journey('two visitors', () => {
  let tab: Tab;
  let playground: Playground;
  let ann: View;
  let ben: View;

  step('see the site beside each other, each as themselves', async () => {
    tab = await openPage('/pages/persist.html');
    await tab.evaluate(() => {
      const element = document.querySelector('django-playground')!;
      element.setAttribute('visitors', 'Ann, Ben /as/ben/');
      element.setAttribute('path', '/as/ann/');
    });
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
    ]);
    [ann, ben] = [playground.visitor(1), playground.visitor(2)];
    await playground.run();
    await ann.shows('ann, visit 1');
    await ben.shows('ben, visit 1');
    await ann.click({role: 'link', name: 'Again'});
    await ann.shows('ann, visit 2');
    await ben.click({role: 'link', name: 'Again'});
    await ben.shows('ben, visit 2');
  });

  step('have an address line each', async () => {
    await playground.face.type({role: 'textbox', name: 'Address of Ben'}, '/as/bob/\n');
    await ben.shows('bob, visit 3');
    await ann.shows('ann, visit 2');
    await tab.screenshot(join(ARTIFACTS, 'visitors.png'));
  });

  step('are told apart in the console', async () => {
    await playground.face.click({css: '.console-toggle'});
    await playground.face.shows('/as/bob/\nBen');
  });

  step('are both shown again by Run', async () => {
    await playground.run();
    await ann.shows('ann, visit 3');
    await ben.shows('bob, visit 4');
    const state = await playground.state();
    assert.notEqual(state, 'failed');
  });
});
