import {expect} from 'chai';
import type {DjangoPlayground} from '../../src/index.js';
import {casePage, casePath, type FormCase} from '../frame/form-cases.js';
import {isReady, submitNatively, type Recorded} from '../frame/native-form.js';
import {mount, once} from '../element/playground.js';

/** Stores the page of a case, gives it once, and takes down what comes after that. */
const VIEWS = `
import base64
import json

from django.http import HttpResponse, JsonResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

PAGES = {}
SEEN = {}


@csrf_exempt
def echo(request, key):
    if request.method == "PUT":
        PAGES[key] = request.body
        return HttpResponse(status=204)
    page = PAGES.pop(key, None)
    if page is not None:
        return HttpResponse(page)
    SEEN[key] = describe(request)
    return HttpResponse("Recorded.")


def seen(request, key):
    return JsonResponse(SEEN.pop(key))


def describe(request):
    boundary = request.content_params.get("boundary", "")
    body = request.body
    if boundary:
        body = body.replace(boundary.encode(), b"boundary")
    return {
        "method": request.method,
        "path": request.path,
        "content_type": request.content_type,
        "GET": dict(request.GET.lists()),
        "POST": dict(request.POST.lists()),
        "FILES": {
            name: [
                [file.name, file.content_type, file.size, base64.b64encode(file.read()).decode()]
                for file in files
            ]
            for name, files in request.FILES.lists()
        },
        "body": base64.b64encode(body).decode(),
    }


urlpatterns = [
    re_path(r"^echo/(?P<key>[^/]+)/", echo),
    path("seen/<key>/", seen),
]
`;

/** Django sees of these forms what a real server is sent. */
export function describeDjangoForms(cases: readonly FormCase[]): void {
  describe('what Django sees of a form', () => {
    let playground: DjangoPlayground;

    before(async () => {
      playground = mount({'mysite/urls.py': VIEWS}, {path: '/seen/'});
      playground.style.width = '1200px';
      await playground.run();
    });

    after(() => playground.remove());

    for (const [i, formCase] of cases.entries()) {
      it(`is what a real server is sent: ${formCase.name}`, async () => {
        const key = `${i}-${crypto.randomUUID()}`;
        const native = await submitNatively(key, formCase);
        const own = await submitInOutput(key, formCase);
        await replay(native);
        expect(own).to.deep.equal(await seen(key));
      });
    }

    /** Sends the form from the output, and gives what Django made of it. */
    async function submitInOutput(key: string, formCase: FormCase): Promise<unknown> {
      await playground.request(casePath(key), {method: 'PUT', body: casePage(formCase)});
      const shown = once(playground, 'django-playground-response');
      const ready = isReady();
      playground.path = casePath(key);
      await Promise.all([shown, ready]);
      const answered = once(playground, 'django-playground-response');
      playground.shadowRoot?.querySelector('iframe')?.contentWindow?.postMessage('go', '*');
      await answered;
      return seen(key);
    }

    /** Sends Django the very bytes that the browser sent to the real server. */
    async function replay({method, url, contentType, body}: Recorded): Promise<void> {
      const bytes = Uint8Array.from(atob(body), character => character.charCodeAt(0));
      await playground.request(url, {
        method,
        headers: contentType ? {'Content-Type': contentType} : {},
        ...(method !== 'GET' && {body: bytes}),
      });
    }

    async function seen(key: string): Promise<unknown> {
      return (await playground.request(`/seen/${key}/`)).json();
    }
  });
}
