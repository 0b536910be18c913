import {basename, extname} from 'node:path';
import type {Plugin} from 'vite';
import {shortHash} from '../hash.js';
import {describeFile} from '../runtime/output.js';
import {bundleSelfContained, type BundleFormat} from './self-contained.js';

const SUFFIX = /\?bundle-(url|text|page-url|page-text)$/;

/** The comment is of use only while the package itself is built. */
const IGNORED_URL = /new URL\(\s*\/\* @vite-ignore \*\/\s*/g;

/** What is no module lies here, below the package, so that it can be copied as one. */
export const RUNTIME_FOLDER = 'runtime/';

/** Where the dev server keeps bundles. */
const DEV_PREFIX = '/@bundle/';

/**
 * Imports of `…?bundle-url`, `…?bundle-text` and the like, as `bundles.d.ts` describes them: the
 * module and all it imports in one file. Works in the dev server, where a change of any source makes the
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
        const isPage = request.url?.endsWith('.html') === true;
        response.setHeader('Content-Type', isPage ? 'text/html' : 'text/plain');
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
      const isPage = kind?.startsWith('page') === true;
      const bundle = await bundleSelfContained({entry, format, minify: isBuild});
      const {sources} = bundle;
      for (const source of sources) {
        this.addWatchFile(source);
        bundled.add(source);
      }
      const code = isPage ? toPage(bundle.code) : bundle.code;
      if (kind?.endsWith('text')) return `export default ${JSON.stringify(code)};`;
      // As text, because some bundlers would take a script for one of the page's own.
      const name = `${nameOf(entry)}-${shortHash(code)}.${isPage ? 'html' : 'txt'}`;
      const file = {url: name, ...describeFile(Buffer.from(code))};
      if (isBuild) this.emitFile({type: 'asset', fileName: RUNTIME_FOLDER + name, source: code});
      else served.set(`${DEV_PREFIX}${name}`, code);
      const url = urlExpression(isBuild ? `./${RUNTIME_FOLDER}${name}` : `${DEV_PREFIX}${name}`);
      return `export const file = ${JSON.stringify(file)};\nexport default ${url};`;
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(IGNORED_URL, 'new URL(');
      }
    },
  };
}

/**
 * A URL as an expression: relative to the module, so that it holds wherever it is served from. Vite
 * is not to look for the file before it is made, but for the bundlers of pages the way is free.
 */
export function urlExpression(path: string): string {
  return `new URL(/* @vite-ignore */ ${JSON.stringify(path)}, import.meta.url).href`;
}

/** What is made of a module that does nothing. */
const EMPTY = /^(?:\(function\(\) *\{\s*\}\)\(\);?)?\s*$/;

/** A page that begins with a script, where there is one, and has nothing else. */
function toPage(script: string): string {
  // What would end the element, or the comment it could begin, is written with an escape.
  const text = script.replaceAll(/<(?=\/script|script|!--)/gi, '\\x3c');
  return `<!DOCTYPE html>${EMPTY.test(text) ? '' : `<script>${text}</script>`}`;
}

/** What the file is called: the module's name, or its folder's for an `index.ts`. */
function nameOf(entry: string): string {
  const name = basename(entry, extname(entry));
  return name === 'index' ? basename(entry.slice(0, entry.lastIndexOf('/'))) : name;
}
