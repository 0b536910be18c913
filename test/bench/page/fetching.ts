/** What a script of the site's own asks of the site with `fetch`. */
import type {DjangoPlayground} from '../../../src/index.js';
import type {Notebook} from './notebook.js';
import {edit} from './playground.js';

const ONE_BY_ONE = 100;
const AT_ONCE = 50;

/** What a page's script is told, and what it says when it is done. */
interface Fetching {
  readonly benchmarkFetch: readonly string[];
  readonly atOnce: boolean;
}
interface Fetched {
  /** Milliseconds of each, or of all that were asked at once. */
  readonly benchmarkFetched: readonly number[];
}

/** Asks what it is told to; here in every page of the polls. */
const FETCHER = `<script>
  addEventListener('message', async ({data, source}) => {
    const {benchmarkFetch: paths, atOnce} = data ?? {};
    if (!paths) return;
    const times = [];
    const timed = async paths => {
      const start = performance.now();
      await Promise.all(paths.map(async path => (await fetch(path)).text()));
      times.push(performance.now() - start);
    };
    if (atOnce) await timed(paths);
    else for (const path of paths) await timed([path]);
    source.postMessage({benchmarkFetched: times}, '*');
  });
</script>`;

/** Have the site answer something small, and its pages ask for it. To be run before it is used. */
export function makeFetching(playground: DjangoPlayground): void {
  edit(playground, 'polls/templates/polls/base.html', '</body>', `${FETCHER}</body>`);
  edit(
    playground,
    'polls/urls.py',
    'urlpatterns = [',
    `from django.http import JsonResponse

urlpatterns = [
    path("small/", lambda request: JsonResponse({"text": "small"})),`,
  );
}

/** Note what one request takes beside Django's own time, and fifty small files at once. */
export async function noteFetching(
  notebook: Notebook,
  playground: DjangoPlayground,
): Promise<void> {
  const durations = new Map<string, number>();
  const listen = ({request}: HTMLElementEventMap['django-playground-request']): void =>
    void durations.set(request.path, request.duration);
  playground.addEventListener('django-playground-request', listen);
  try {
    const paths = Array.from({length: ONE_BY_ONE}, (_, n) => `/polls/small/?n=${n}`);
    const times = await fetched(playground, {benchmarkFetch: paths, atOnce: false});
    for (const [index, time] of times.entries()) {
      const django = durations.get(paths[index] ?? '');
      if (django === undefined) throw new Error(`${paths[index]} was not answered by Django.`);
      notebook.note('fetch', time);
      notebook.note('fetch · Django’s own time', django);
      notebook.note('fetch · beside Django', time - django);
    }
    const files = Array.from({length: AT_ONCE}, (_, n) => `/static/polls/logo.svg?n=${n}`);
    const [all] = await fetched(playground, {benchmarkFetch: files, atOnce: true});
    notebook.note('fetch of 50 files at once', all ?? Number.NaN);
  } finally {
    playground.removeEventListener('django-playground-request', listen);
  }
}

async function fetched(
  playground: DjangoPlayground,
  fetching: Fetching,
): Promise<readonly number[]> {
  const answer = new Promise<readonly number[]>(resolve => {
    addEventListener('message', function take({data}: MessageEvent<Partial<Fetched> | null>) {
      if (!data?.benchmarkFetched) return;
      removeEventListener('message', take);
      resolve(data.benchmarkFetched);
    });
  });
  const frames = playground.shadowRoot?.querySelectorAll('iframe') ?? [];
  for (const {contentWindow} of frames) contentWindow?.postMessage(fetching, '*');
  return answer;
}
