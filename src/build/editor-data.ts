/** What editors know of the tag: completion and descriptions, made of the element's manifest. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {generateJetBrainsWebTypes} from 'custom-element-jet-brains-integration';
import {generateVsCodeCustomElementData} from 'custom-element-vs-code-integration';
import {DIST} from './paths.js';

/** Files by what reads them, beside the manifest; the package names them. */
export const VS_CODE = 'vscode.html-custom-data.json';
export const JET_BRAINS = 'web-types.json';

/** Write both beside the manifest of the package. */
export async function writeEditorData(): Promise<void> {
  const text = await readFile(join(DIST, 'custom-elements.json'), 'utf8');
  const common = {outdir: DIST, hideLogs: true, hideMethodDocs: true};
  // Each of the tools writes into what it is given.
  generateVsCodeCustomElementData(parse(text), {
    ...common,
    htmlFileName: VS_CODE,
    cssFileName: null,
  });
  generateJetBrainsWebTypes(parse(text), {
    ...common,
    webTypesFileName: JET_BRAINS,
    packageJson: false,
  });
}

function parse(text: string): Parameters<typeof generateJetBrainsWebTypes>[0] {
  return JSON.parse(text) as ReturnType<typeof parse>;
}
