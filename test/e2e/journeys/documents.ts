/** What pages name, at once and later on: images, scripts, stylesheets, modules, frames, films, files. */
import assert from 'node:assert/strict';
import {journey, openPage, step} from '../journey.js';
import {Playground} from '../playground.js';
import {until} from '../until.js';

const VIEWS = `
import io
import wave

from django.http import HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin

FILES = {
    "a.js": ("text/javascript", "seen.push('late script')"),
    "1.js": ("text/javascript", "seen.push(1)"),
    "2.js": ("text/javascript", "seen.push(2)"),
    "m.js": ("text/javascript", "import {n} from './n.js'; export const m = ['m', n];"),
    "n.js": ("text/javascript", "export const n = 'n';"),
    "a.css": ("text/css", "@import 'b.css'; p { background: url(dot.svg) }"),
    "b.css": ("text/css", "p { width: 77px }"),
    "dot.svg": (
        "image/svg+xml",
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
        '<symbol id="s"><rect width="20" height="20"/></symbol><rect width="20" height="20" fill="green"/></svg>',
    ),
}


def file(request, name):
    content_type, text = FILES[name]
    return HttpResponse(text, content_type)


def sound(request):
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(bytes([128]) * 16000)
    return HttpResponse(buffer.getvalue(), "audio/wav")


@xframe_options_sameorigin
def inner(request):
    name = request.GET.get("name", "")
    return HttpResponse(
        f'<h1>Inner {name}</h1><img src="/f/dot.svg"><a href="/inner/?name=linked">Link</a>'
        "<script>onload = () => parent.postMessage("
        "[document.querySelector('h1').textContent, document.images[0].naturalWidth], '*')</script>"
    )


def refused(request):
    return HttpResponse("Not to be framed<script>parent.postMessage('framed', '*')</script>")


def pdf(request):
    return HttpResponse(b"%PDF-1.4 nothing", "application/pdf")


def page(request):
    return HttpResponse(PAGE)


PAGE = """<!DOCTYPE html><title>Documents</title>
<script>
  globalThis.seen = [];
  const told = (target, ...types) => new Promise(resolve => {
    for (const type of types) target.addEventListener(type, () => resolve(type), {once: true});
  });
  const until = async (what, value = what()) => {
    while (!(value = what())) await new Promise(resolve => setTimeout(resolve, 20));
    return value;
  };
  const make = (name, values) => Object.assign(document.createElement(name), values);
  const tries = {
    async written() {
      return written;
    },
    async image() {
      const image = new Image();
      image.src = '/f/dot.svg';
      await image.decode();
      return [image.naturalWidth, image.src, image.currentSrc];
    },
    async staticImage() {
      const image = document.body.appendChild(make('img', {src: '/static/admin/img/icon-yes.svg'}));
      return [await told(image, 'load', 'error'), image.naturalWidth > 0];
    },
    async fetchedMarkup() {
      document.querySelector('#box').innerHTML = '<img src="/f/dot.svg"><svg><use href="/f/dot.svg#s"/></svg>';
      const [image, svg] = document.querySelector('#box').children;
      return [await told(image, 'load', 'error'), await until(() => svg.firstChild.getBBox().width)];
    },
    async missing() {
      return told(make('img', {src: '/none.png'}), 'load', 'error');
    },
    async scripts() {
      const [first, second] = ['/f/1.js', '/f/2.js'].map(src => make('script', {src, async: false}));
      document.head.append(first, second);
      await told(second, 'load', 'error');
      const late = document.head.appendChild(make('script', {src: 'f/a.js'}));
      await told(late, 'load', 'error');
      return seen;
    },
    async module() {
      const name = 'm';
      return (await import('/f/' + name + '.js')).m;
    },
    async stylesheet() {
      const link = document.head.appendChild(make('link', {rel: 'stylesheet', href: '/f/a.css'}));
      await told(link, 'load', 'error');
      const {width, backgroundImage} = getComputedStyle(document.querySelector('p'));
      return [width, backgroundImage.slice(0, 9)];
    },
    async sound() {
      const audio = new Audio('/sound/');
      await told(audio, 'loadedmetadata', 'error');
      audio.currentTime = 1.5;
      await told(audio, 'seeked');
      return [audio.duration, audio.currentTime];
    },
    async frame() {
      const iframe = document.querySelector('#early');
      const heard = new Promise(resolve => addEventListener('message', ({data}) => resolve(data), {once: true}));
      iframe.src = '/inner/?name=again';
      return [await heard, iframe.getAttribute('src')];
    },
  };
  addEventListener('message', ({data}) => seenFrames.push(data));
  const seenFrames = [];
  onload = async () => {
    const results = {early: await until(() => seenFrames[0])};
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        results[name] = await Promise.race([
          attempt(),
          new Promise(resolve => setTimeout(resolve, 60000, 'never came')),
        ]);
      } catch (error) {
        results[name] = String(error);
      }
    }
    results.framed = seenFrames.includes('framed');
    document.querySelector('pre').textContent = JSON.stringify(results);
  };
</script>
<script>document.write('<script src="/f/1.js"></scr' + 'ipt>')</script>
<script>const written = seen.splice(0)</script>
<body><p>Text</p><div id="box"></div><iframe id="early" src="/inner/?name=early"></iframe>
<iframe id="refused" src="/refused/"></iframe><pre></pre>"""
`;

const URLS = `
from django.urls import path

from . import views

urlpatterns = [
    path("", views.page),
    path("f/<name>", views.file),
    path("sound/", views.sound),
    path("inner/", views.inner),
    path("refused/", views.refused),
    path("report.pdf", views.pdf),
]
`;

const SITE = 'http://playground.localhost';

journey('documents', () => {
  let playground: Playground;

  step('get what their scripts ask for, and show frames', async () => {
    const tab = await openPage('/pages/plain.html');
    playground = await Playground.on(tab);
    await playground.setFiles([
      {path: 'views.py', content: VIEWS},
      {path: 'urls.py', content: URLS},
    ]);
    await playground.run();
    const text = await until('the page has tried everything', () =>
      playground.output.evaluate(() => document.querySelector('pre')?.textContent || null),
    );
    assert.deepEqual(JSON.parse(text), {
      early: ['Inner early', 20],
      written: [1],
      image: [20, `${SITE}/f/dot.svg`, `${SITE}/f/dot.svg`],
      staticImage: ['load', true],
      fetchedMarkup: ['load', 20],
      missing: 'error',
      scripts: [1, 2, 'late script'],
      module: ['m', 'n'],
      stylesheet: ['77px', 'url("data'],
      sound: [2, 1.5],
      frame: [['Inner again', 20], '/inner/?name=again'],
      framed: false,
    });
  });

  step('offer what cannot be shown', async () => {
    await playground.goTo('/report.pdf');
    await playground.output.shows('report.pdf');
    await playground.output.shows('Save the PDF');
  });
});
