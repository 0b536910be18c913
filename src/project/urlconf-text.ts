import type {App} from './apps.js';
import {codeOnly} from './python-tokens.js';
import {strings, withoutComments} from './python.js';
import type {Site} from './site.js';
import type {SourceTree} from './source-tree.js';
import {findViews} from './views.js';

/** An app's URLconf that leads to each of its views; `undefined` where it has none. */
export function appUrlconfText(app: App, tree: SourceTree): string | undefined {
  const views = findViews(tree.text(`${app.folder}/views.py`));
  if (views.length === 0) return undefined;
  const label = app.name.replace(/.*\./, '');
  return [
    'from django.urls import path',
    '',
    'from . import views',
    '',
    ...(reversesInto(label, tree) ? [`app_name = "${label}"`, ''] : []),
    'urlpatterns = [',
    ...views.map(({route, reference, urlName}) => {
      return `    path("${route}", ${reference}, name="${urlName}"),`;
    }),
    ']',
    '',
  ].join('\n');
}

/**
 * Whether an app lacks URLs that its views should have: the root URLconf is not the author's, or it
 * includes them.
 */
export function isWanted({name}: App, {tree, urlconf}: Site): boolean {
  const module = `${name}.urls`;
  if (tree.moduleFile(module) || module === urlconf) return false;
  const root = urlconf === undefined ? '' : tree.moduleFile(urlconf);
  return root === undefined || includedModules(tree).has(module);
}

/** Whether some file names URLs as `polls:detail`, so that the URLconf needs a namespace. */
function reversesInto(label: string, tree: SourceTree): boolean {
  const reversing = new RegExp(`["']${label}:[a-z_]`);
  return tree.paths.some(path => reversing.test(tree.text(path)));
}

/** The project's URLconf: the admin, each app's URLs, uploads, and something at the root. */
export function rootUrlconfText(site: Site): string {
  const includes = findIncludes(site);
  const admin = needsAdmin(site);
  const media = site.author === undefined || site.author.gives('MEDIA_URL');
  const landing = servesRoot(site)
    ? undefined
    : [...includes.map(({route}) => route), admin ? 'admin/' : ''].find(route => route !== '');
  const patterns = [
    admin && 'path("admin/", admin.site.urls)',
    ...includes.map(({route, module}) => `path("${route}", include("${module}"))`),
    landing && `path("", RedirectView.as_view(url="/${landing}"))`,
  ]
    .filter(Boolean)
    .map(pattern => `\n    ${pattern},`)
    .join('');
  return [
    media && 'from django.conf import settings\nfrom django.conf.urls.static import static',
    admin && 'from django.contrib import admin',
    `from django.urls import ${includes.length > 0 ? 'include, ' : ''}path`,
    landing && 'from django.views.generic import RedirectView',
    '',
    `urlpatterns = [${patterns}${patterns && '\n'}]`,
    media && MEDIA,
    '',
  ]
    .filter(line => typeof line === 'string')
    .join('\n');
}

const MEDIA = `
# Uploaded files, as long as DEBUG is on.
urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)`;

interface Include {
  readonly route: string;
  readonly module: string;
}

/** The apps' URLconfs that none of the author's includes, each under its app's name. */
function findIncludes({tree, apps, urlconf, wrapper}: Site): Include[] {
  const included = includedModules(tree);
  return apps
    .map(({name, folder}) => ({
      route: name === wrapper ? '' : `${folder}/`,
      module: `${name}.urls`,
    }))
    .filter(({module}) => tree.moduleFile(module) && module !== urlconf && !included.has(module));
}

function needsAdmin({tree, contrib}: Site): boolean {
  const isServed = urlconfs(tree).some(path =>
    /\badmin\.site\.urls\b/.test(codeOnly(tree.text(path))),
  );
  return contrib.has('django.contrib.admin') && !isServed;
}

/** Whether the app made around lone modules has a page of its own at the root. */
function servesRoot({tree, wrapper}: Site): boolean {
  const file = wrapper && tree.moduleFile(`${wrapper}.urls`);
  if (!file) return false;
  return /\b(?:path\(\s*r?(?:""|'')|re_path\(\s*r?["']\^?\$["'])\s*,/.test(
    withoutComments(tree.text(file)),
  );
}

/** Whatever the URLconfs name in strings, the modules they include among it. */
function includedModules(tree: SourceTree): ReadonlySet<string> {
  return new Set(urlconfs(tree).flatMap(path => strings(withoutComments(tree.text(path)))));
}

function urlconfs(tree: SourceTree): string[] {
  return tree.paths.filter(path => /(?:^|\/)urls(?:\/\w+)?\.py$/.test(path));
}
