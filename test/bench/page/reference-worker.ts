/**
 * Pyodide as npm ships it, with Django unpacked from its sources: what others do. Nothing is left
 * out that they could not leave out too, and what they need not do (a superuser, static files) is.
 */
import type {loadPyodide as LoadPyodide} from 'pyodide';
import type {ReferenceAnswer, ReferenceTask} from './reference.js';

const INDEX_URL = new URL('/pyodide/', self.location.href).href;

addEventListener('message', ({data}) => {
  run(data as ReferenceTask).then(
    answer => postMessage(answer),
    (error: unknown) => postMessage({html: '', phases: {}, error: String(error)}),
  );
});

async function run({
  program,
  project,
  path,
  wheels,
  tarball,
}: ReferenceTask): Promise<ReferenceAnswer> {
  const phases: Record<string, number> = {};
  const timed = async <Result>(name: string, work: () => Result): Promise<Awaited<Result>> => {
    const start = performance.now();
    const result = await work();
    phases[name] = performance.now() - start;
    return result;
  };
  // They arrive while Python starts.
  const archives = Promise.all(wheels.map(fetchArchive));
  const python = await timed('Python’s start', async () => {
    const {loadPyodide} = (await import(`${INDEX_URL}pyodide.mjs`)) as {
      loadPyodide: typeof LoadPyodide;
    };
    return loadPyodide({indexURL: INDEX_URL});
  });
  await timed('unpacking', async () => {
    const extractDir = python.runPython('import site; site.getsitepackages()[0]') as string;
    if (tarball) python.unpackArchive(tarball, 'tar.gz', {extractDir});
    else for (const wheel of await archives) python.unpackArchive(wheel, 'zip', {extractDir});
  });
  const site = python.globals.get('dict')();
  python.runPython(program, {globals: site});
  await timed('import and setup', () =>
    site.get('set_up')(python.toPy(project.files), project.settingsModule),
  );
  await timed('migrate', () => site.get('migrate')());
  const html = await timed('response', () => site.get('respond')(path) as string);
  return {html, phases};
}

async function fetchArchive(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be had: ${response.status}.`);
  return response.arrayBuffer();
}
