import type {SampleSite} from './sample-sites.js';

/** Views whose pages JavaScript renders, and all that can go wrong with them. */
export const RENDERING_SITE: SampleSite = {
  name: 'views that JavaScript renders',
  files: {
    'mysite/urls.py': `from django.urls import include, path

urlpatterns = [path("", include("shop.urls"))]
`,
    'shop/__init__.py': '',
    'shop/models.py': `from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=50)
    price = models.DecimalField(max_digits=6, decimal_places=2)
    since = models.DateField(default="2026-02-03")
`,
    'shop/migrations/__init__.py': '',
    'shop/migrations/0001_initial.py': `from django.db import migrations, models


def add_items(apps, schema_editor):
    Item = apps.get_model("shop", "Item")
    for name in ("Tea <green>", "Scones"):
        Item.objects.create(name=name, price="3.50")


class Migration(migrations.Migration):
    initial = True
    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=50)),
                ("price", models.DecimalField(decimal_places=2, max_digits=6)),
                ("since", models.DateField(default="2026-02-03")),
            ],
        ),
        migrations.RunPython(add_items),
    ]
`,
    'shop/forms.py': `from django import forms


class ItemForm(forms.Form):
    name = forms.CharField(min_length=3)
`,
    'shop/views.py': `from pathlib import Path

from django.http import HttpResponse
from django.views.generic import DetailView, FormView, ListView, TemplateView

from django_playground_js import JsError, JsResponse, JsView, arender_js, render_js

from .forms import ItemForm
from .models import Item


class Items(JsView, ListView):
    queryset = Item.objects.order_by("pk").values("name", "price", "since")
    js_module = "shop/js/items.js"


class OneItem(JsView, DetailView):
    model = Item
    template_name = "shop/item.html"
    js_module = "shop/js/items.js"
    js_export = "item"

    def get_js_props(self, context):
        return {"name": context["item"].name, "price": context["item"].price}


class NewItem(JsView, FormView):
    form_class = ItemForm
    success_url = "/"
    js_module = "shop/js/form.mjs"


class Objects(JsView, ListView):
    model = Item
    js_module = "shop/js/items.js"


class Later(JsView, TemplateView):
    js_module = "shop/js/later.js"

    async def get(self, request):
        return await self.arender_to_response({"name": "Ann"}, status=202)


def teapot(request):
    return JsResponse(
        Path(__file__).parent / "js" / "items.js",
        {"name": "Tea", "price": 1},
        export="item",
        status=418,
        headers={"X-Robots-Tag": "none"},
    )


def cycle(request):
    return JsResponse("shop/js/cycle-a.js", {"n": 5}, content_type="text/plain")


def told(request, module, export):
    try:
        return HttpResponse(render_js(f"shop/js/{module}", {"n": None}, export=export))
    except JsError as error:
        root = str(Path(__file__).parents[1])
        text = f"{error.name}|{error}|{error.stack}".replace(root, "")
        frames = error.__traceback__
        while frames:
            if frames.tb_frame.f_code.co_filename.startswith(f"{root}/shop/js/"):
                text += f"|{frames.tb_frame.f_code.co_name}:{frames.tb_lineno}"
            frames = frames.tb_next
        return HttpResponse(text, content_type="text/plain")


async def atold(request, module, export):
    try:
        return HttpResponse(await arender_js(f"shop/js/{module}", {"n": 1}, export=export))
    except JsError as error:
        return HttpResponse(str(error), content_type="text/plain")
`,
    'shop/urls.py': `from django.urls import path

from . import views

urlpatterns = [
    path("", views.Items.as_view()),
    path("<int:pk>/", views.OneItem.as_view()),
    path("new/", views.NewItem.as_view()),
    path("objects/", views.Objects.as_view()),
    path("later/", views.Later.as_view()),
    path("teapot/", views.teapot),
    path("cycle/", views.cycle),
    path("told/<module>/<export>/", views.told),
    path("atold/<module>/<export>/", views.atold),
]
`,
    'shop/templates/shop/item.html': '<title>{{ item.name }}</title>{{ js_html }}',
    'shop/js/text.js': `const SIGNS = {'<': '&lt;', '>': '&gt;', '&': '&amp;'};

export const escape = text => String(text).replace(/[<>&]/g, sign => SIGNS[sign]);
export * from './html.js';
export * as all from './html.js';
export let count = 0;
export const grow = () => ++count;
export default class List {
  constructor(items) {
    this.items = items;
  }
  toString() {
    return \`<ul>\${this.items.join('')}</ul>\`;
  }
}
`,
    'shop/js/html.js': `export function html(texts, ...values) {
  return texts.map((text, index) => text + (values[index] ?? '')).join('');
}
export {html as default};
`,
    'shop/js/items.js': `import List, {all, count, escape as safe, grow, html} from './text.js';
import * as text from "./text.js"

export default ({object_list, page_obj}) => {
  const items = object_list.map(({name, price, since}) => html\`<li>\${safe(name)} \${price} \${since}</li>\`)
  grow()
  return html\`\${new List(items)} \${page_obj} \${count > 0} \${text.count === count} \${this === undefined} \${typeof all.default}\`
}

export function item({name, price}) {
  const safe = value => value;
  const shown = {name, count};
  return \`<p>\${safe(shown.name)}: \${price}</p>\`;
}

export const nothing = () => {};
export const number = () => Promise.resolve(3);
`,
    'shop/js/form.mjs': `import {html} from './html.js';

export default function ({form, csrf_token, title = 'New'}) {
  return html\`<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="\${csrf_token}">\${form}\${title}</form>\`;
}
`,
    'shop/js/later.js': `export default async ({name}) => {
  const {html} = await import('./html.js');
  await new Promise(resolve => setTimeout(resolve, 1));
  return html\`Hello \${name} \${import.meta.url.endsWith('/shop/js/later.js')}\`;
};

export async function fails() {
  await null;
  throw new RangeError('later');
}
`,
    'shop/js/cycle-a.js': `import {isOdd} from './cycle-b.js';

export function isEven(n) {
  return n === 0 || isOdd(n - 1);
}

export default ({n}) => String(isEven(n));
`,
    'shop/js/cycle-b.js': `import {isEven} from './cycle-a.js';

export const isOdd = n => n !== 0 && isEven(n - 1);
`,
    'shop/js/throws.js': `import {html} from './html.js';

function inner(n) {
  return html\`\${n.length}\`;
}

export default function outer({n}) {
  return [n].map(value =>
    inner(value),
  ).join('');
}

export function text() {
  throw 'a text';
}
`,
    'shop/js/first.js': `export default 3;

document.title = 'browsers only';
`,
    'shop/js/missing.js': "import {nope} from './html.js';\n\nexport default () => nope;\n",
    'static/shop/classic.js': 'with (document) title = 1;\n',
  },
  steps: [
    {
      path: '/',
      status: 200,
      contains:
        '<ul><li>Tea &lt;green&gt; 3.50 2026-02-03</li><li>Scones 3.50 2026-02-03</li></ul>  true true true function',
    },
    {
      path: '/1/',
      status: 200,
      contains: '<title>Tea &lt;green&gt;</title><p>Tea <green>: 3.50</p>',
    },
    {path: '/new/', status: 200, contains: 'minlength="3"'},
    {path: '/new/', fields: {name: 'ab'}, status: 200, contains: 'at least 3'},
    {path: '/new/', fields: {name: 'abc'}, status: 302, location: '/'},
    {path: '/later/', status: 202, contains: 'Hello Ann true'},
    {path: '/teapot/', status: 418, contains: '<p>Tea: 1</p>'},
    {path: '/cycle/', status: 200, contains: 'false'},
    {
      path: '/told/throws.js/default/',
      status: 200,
      contains:
        "TypeError|TypeError: Cannot read properties of null (reading 'length')|TypeError: Cannot read properties of null (reading 'length')\n" +
        '    at inner (/shop/js/throws.js:4)\n    at /shop/js/throws.js:9\n    at outer (/shop/js/throws.js:8)|outer:8|<anonymous>:9|inner:4',
    },
    {path: '/told/throws.js/text/', status: 200, contains: 'Error|Error: a text|'},
    {
      path: '/told/first.js/default/',
      status: 200,
      contains: 'ReferenceError: document is not defined\n    at /shop/js/first.js:3|',
    },
    {
      path: '/told/items.js/nope/',
      status: 200,
      contains: 'exports: default, item, nothing, number',
    },
    {path: '/told/items.js/nothing/', status: 200, contains: 'returned no text but undefined'},
    {path: '/told/items.js/number/', status: 200, contains: 'a synchronous view cannot wait'},
    {
      path: '/told/nowhere.js/default/',
      status: 200,
      contains: 'There is no file /shop/js/nowhere.js',
    },
    {
      path: '/told/missing.js/default/',
      status: 200,
      contains: "The requested module './html.js' does not provide an export named 'nope'",
    },
    {path: '/atold/items.js/number/', status: 200, contains: 'returned no text but number'},
    {path: '/atold/later.js/fails/', status: 200, contains: 'RangeError: later'},
    {path: '/atold/items.js/item/', status: 200, contains: '<p>undefined: undefined</p>'},
  ],
};
