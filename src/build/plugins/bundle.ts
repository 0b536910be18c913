import {basename, extname} from 'node:path';
import type {Plugin} from 'vite';
import {shortHash} from '../hash.js';
import {bundleSelfContained, type BundleFormat} from './self-contained.js';

const SUFFIX = /\?bundle-(url|text)$/;

/** Where the dev server keeps bundles. */
const DEV_PREFIX = '/@bundle/';

/**
 * Imports of `…?bundle-url` and `…?bundle-text`, as `bundles.d.ts` describes them: the module and
 * all it imports in one file. Works in the dev server, where a change of any source makes the
 * bundle anew, and in a build, where the file gets its content's hash as its name.
 *
 * @param bundled Gets the path of each file that went into a bundle.
 */
export function bundleImports(bundled: Set<string> = new Set()): Plugin {
  /** The dev server's bundles by path; a build has none. */
  const served = new Map<string, string>();
  let isBuild = false;
  return {
    name: 'bundle-imports',
    enforce: 'pre',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const code = served.get(request.url ?? '');
        if (code === undefined) return next();
        response.setHeader('Content-Type', 'text/javascript');
        response.end(code);
      });
    },
    async resolveId(source, importer) {
      const suffix = SUFFIX.exec(source)?.[0];
      if (!suffix) return null;
      const resolved = await this.resolve(source.slice(0, -suffix.length), importer);
      return resolved && `${resolved.id}${suffix}`;
    },
    async load(id) {
      const [suffix, kind] = SUFFIX.exec(id) ?? [];
      if (!suffix) return null;
      const entry = id.slice(0, -suffix.length);
      const format: BundleFormat = kind === 'url' ? 'module' : 'script';
      const {code, sources} = await bundleSelfContained({entry, format, minify: isBuild});
      for (const source of sources) {
        this.addWatchFile(source);
        bundled.add(source);
      }
      if (kind === 'text') return `export default ${JSON.stringify(code)};`;
      const name = `${nameOf(entry)}-${shortHash(code)}.js`;
      if (isBuild) {
        this.emitFile({type: 'asset', fileName: name, source: code});
        return `export default ${urlExpression(`./${name}`)};`;
      }
      served.set(`${DEV_PREFIX}${name}`, code);
      return `export default ${urlExpression(`${DEV_PREFIX}${name}`)};`;
    },
  };
}

/** A URL as an expression: relative to the module, so that it holds wherever it is served from. */
export function urlExpression(path: string): string {
  return `new URL(/* @vite-ignore */ ${JSON.stringify(path)}, import.meta.url).href`;
}

/** What the file is called: the module's name, or its folder's for an `index.ts`. */
function nameOf(entry: string): string {
  const name = basename(entry, extname(entry));
  return name === 'index' ? basename(entry.slice(0, entry.lastIndexOf('/'))) : name;
}
