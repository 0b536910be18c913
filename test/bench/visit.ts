import type {DjangoPlayground} from '../../src/index.js';

/** Milliseconds of each thing a reader waits for; Django's own time is part of them. */
export interface Visit {
  /** Run, with empty caches, to the first page shown. */
  readonly firstPage: number;
  /** The part of it in which Python starts, before anything of Django's is loaded. */
  readonly pythonStart: number;
  /** Run, after an edit, to the page shown again. */
  readonly edit: number;
  /** A small page, from the address line. */
  readonly plainPage: number;
  /** The admin's list of users, with all its static files, once they are known. */
  readonly adminPage: number;
  /** A response asked for by a script. */
  readonly request: number;
  /** Django's own part of that. */
  readonly django: number;
}

/** A page with one small site. */
export const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Benchmark</title>
<script type="module" src="/dist/django-playground.js"></script>
<django-playground superuser="admin:admin">
  <script type="text/x-django" path="views.py">
    from django.contrib.auth import get_user_model, login
    from django.http import HttpResponse

    def index(request):
        return HttpResponse("<!doctype html><title>Hello</title><p>Hello")

    def enter(request):
        login(request, get_user_model().objects.get())
        return HttpResponse("in")
  </script>
</django-playground>`;

// oxlint-disable consistent-function-scoping -- what runs in the page has no scope outside of it
/** Runs in the page, and so refers to nothing outside of itself. */
export async function measureVisit(): Promise<Visit> {
  await customElements.whenDefined('django-playground');
  const playground = document.querySelector('django-playground') as DjangoPlayground;
  let booted = 0;
  let mounted = 0;
  playground.addEventListener('django-playground-progress', ({progress}) => {
    if (progress.stage === 'boot') booted = performance.now();
    if (progress.stage === 'mount') mounted = performance.now();
  });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    // What was shown has been painted once two frames have begun.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - start;
  };
  const go = (path: string): Promise<unknown> =>
    new Promise(resolve => {
      playground.addEventListener('django-playground-response', resolve, {once: true});
      playground.path = path;
    });
  const median = async (measure: () => Promise<number>): Promise<number> => {
    const times: number[] = [];
    for (let count = 0; count < 7; count++) times.push(await measure());
    return times.toSorted((one, other) => one - other)[3] ?? 0;
  };

  const firstPage = await timed(() => playground.run());
  const pythonStart = mounted - booted;
  const [file] = playground.files;
  if (file) {
    playground.files = [{...file, content: String(file.content).replace('<p>Hello', '<p>Bye')}];
  }
  const edit = await timed(() => playground.run());
  const plainPage = await median(() => timed(() => go('/')));
  await playground.request('/enter/');
  await go('/admin/auth/user/');
  const adminPage = await median(() => timed(() => go('/admin/auth/user/')));
  let django = 0;
  playground.addEventListener('django-playground-response', event => (django = event.duration));
  await go('/');
  const request = await median(async () => {
    const start = performance.now();
    await playground.request('/');
    return performance.now() - start;
  });
  return {firstPage, pythonStart, edit, plainPage, adminPage, request, django};
}
