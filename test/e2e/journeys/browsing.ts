/** Back, forward and reload, which leave the history of the page alone; and a loop that never ends. */
import assert from 'node:assert/strict';
import type {Tab} from '../drivers/driver.js';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const VIEWS = `
from itertools import count

from django.http import HttpResponse

visits = count(1)


def one(request):
    return HttpResponse(f'<h1>Page one, visit {next(visits)}</h1><a href="/two/">To two</a>')


def two(request):
    return HttpResponse("<h1>Page two</h1>")


def forever(request):
    while True:
        pass
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [
    path("", views.one),
    path("two/", views.two),
    path("forever/", views.forever),
]
`;

journey('browsing a site', () => {
  let tab: Tab;
  let playground: Playground;
  let entries: number;

  step('goes back and forward', async () => {
    tab = await openPage('/pages/plain.html');
    entries = await historyLength(tab);
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
    ]);
    await playground.run();
    await playground.output.shows('Page one, visit 1');
    await playground.output.click({role: 'link', name: 'To two'});
    await playground.output.shows('Page two');
    await playground.face.click({role: 'button', name: 'Back'});
    await playground.output.shows('Page one, visit 2');
    await playground.face.click({role: 'button', name: 'Forward'});
    await playground.output.shows('Page two');
  });

  step('reloads', async () => {
    await playground.goTo('/');
    await playground.output.shows('Page one, visit 3');
    await playground.face.click({role: 'button', name: 'Reload'});
    await playground.output.shows('Page one, visit 4');
  });

  step('leaves the history of the page alone', async () => {
    assert.equal(await historyLength(tab), entries);
  });

  step('can be stopped in a loop that never ends', async () => {
    await playground.face.type({role: 'textbox', name: 'Address'}, '/forever/\n');
    await until('Django is at work', async () => (await playground.state()) === 'busy');
    await playground.face.click({role: 'button', name: 'Stop'});
    await until('it is stopped', async () => (await playground.state()) === 'stopped');
  });

  step('runs again after that', async () => {
    await playground.run();
    await playground.output.shows('Page one, visit 1');
  });
});

function historyLength(tab: Tab): Promise<number> {
  return tab.evaluate(() => history.length);
}
