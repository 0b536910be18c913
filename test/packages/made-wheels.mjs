/** Wheels and package indexes that tests describe in their addresses. */
import {createHash} from 'node:crypto';
import {strToU8, zipSync} from 'fflate';

/**
 * `/made-wheels/<file>?needs=…&python=…`, `/made-index/<what it has>/<package>/` and
 * `/made-distribution/<what it has>/pyodide-lock.json`.
 */
export default async function madeWheels(context, next) {
  const url = new URL(context.req.url, 'http://localhost');
  const [, kind, ...parts] = url.pathname.split('/');
  if (kind === 'made-wheels') {
    const wheel = makeWheel(decodeURIComponent(parts.at(-1)), url.searchParams);
    return send(context, 200, 'application/octet-stream', Buffer.from(wheel));
  }
  if (kind === 'made-distribution') {
    const lock = makeLock(JSON.parse(Buffer.from(parts[0], 'base64url').toString()));
    return send(context, 200, 'application/json', JSON.stringify(lock));
  }
  if (kind !== 'made-index') return next();
  const index = JSON.parse(Buffer.from(parts[0], 'base64url').toString());
  const releases = index.packages[parts[1]];
  if (!releases) return send(context, 404, 'text/plain', 'Not found');
  const files = releases.map(release => describe(parts[1], release));
  if (!index.html)
    return send(context, 200, 'application/vnd.pypi.simple.v1+json', JSON.stringify({files}));
  const links = files.map(
    ({filename, url: address, hashes, yanked, ...more}) =>
      `<a href="${address}#sha256=${hashes.sha256}" data-requires-python="${more['requires-python'].replaceAll('>', '&gt;')}"${yanked ? ' data-yanked' : ''}>${filename}</a><br>`,
  );
  return send(context, 200, 'text/html', `<!doctype html>${links.join('\n')}`);
}

function send(context, status, type, body) {
  context.status = status;
  context.type = type;
  context.body = body;
}

function describe(name, {version, needs = [], python = '', tag = 'py3-none-any', yanked = false}) {
  const filename = `${name.replaceAll('-', '_')}-${version}-${tag}.whl`;
  const query = new URLSearchParams([...needs.map(need => ['needs', need]), ['python', python]]);
  const sha256 = createHash('sha256').update(makeWheel(filename, query)).digest('hex');
  const url = `/made-wheels/${filename}?${query}`;
  return {filename, url, hashes: {sha256}, 'requires-python': python, yanked};
}

function makeLock({packages, abi = '2026_0', sha256}) {
  const locked = Object.entries(packages).map(([name, [release]]) => {
    const {url, hashes} = describe(name, release);
    const {version, library = false, depends = []} = release;
    return {
      name: name.toUpperCase(),
      version,
      file_name: url,
      sha256: sha256 ?? hashes.sha256,
      depends,
      package_type: library ? 'shared_library' : 'package',
    };
  });
  return {
    info: {abi_version: abi, python: '3.14.2'},
    packages: Object.fromEntries(locked.map(each => [each.name, each])),
  };
}

function makeWheel(file, query) {
  const [module, version] = file.split('-');
  const holds = query.get('holds') ?? module;
  const info = `${holds}-${version}.dist-info`;
  const needs = query.getAll('needs').map(need => `Requires-Dist: ${need}\n`);
  const python = query.get('python');
  const files = {
    [`${module}/__init__.py`]: `NAME = "${module}"\n`,
    [`${module}/data.txt`]: 'Data of a package\n',
    [`${module}/templates/${module}.html`]: 'A template of {{ name }}\n',
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${holds}\nVersion: ${version}\n${needs.join('')}${
      python ? `Requires-Python: ${python}\n` : ''
    }\nIts description.\n`,
    [`${info}/entry_points.txt`]: `[tests]\nmade = ${module}:NAME\n`,
    [`${info}/RECORD`]: '',
  };
  if (query.has('broken')) return strToU8('no zip');
  if (query.has('nameless')) delete files[`${info}/METADATA`];
  const texts = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return zipSync(Object.fromEntries(texts), {mtime: new Date(1980, 0, 1)});
}
