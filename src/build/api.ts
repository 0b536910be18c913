/** `API.md`: all that an author can set, call, hear and style, from the element's own comments. */
import {readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {
  ClassMember,
  CustomElementDeclaration,
  Declaration,
  Package,
} from 'custom-elements-manifest/schema';
import {writeElementsManifest} from './package.js';
import {CACHE, ROOT} from './paths.js';

const PAGE = 'API.md';

const SOURCE = join(ROOT, 'src');

const NOTE = '<!-- Made by `npm run build` from the comments in src/element/. -->';

/** Write the page beside the README, which links to it. */
export async function writeApi(): Promise<void> {
  await writeFile(join(ROOT, PAGE), await describe());
}

/**
 * The page says what the comments say, and the demo of looks names all that can be styled.
 *
 * @throws Error naming what is missing.
 */
export async function checkApi(): Promise<string> {
  const page = await describe();
  if ((await readFile(join(ROOT, PAGE), 'utf8').catch(() => '')) !== page) {
    throw new Error(`${PAGE} is not what the comments say. \`npm run build\` writes it.`);
  }
  const {cssProperties = [], cssParts = []} = await readElement();
  const looks = await readFile(join(ROOT, 'demo', 'looks.js'), 'utf8');
  const names = [...cssProperties, ...cssParts].map(({name}) => name.replace(/^--.*?ground-/, ''));
  const missing = names.filter(name => !new RegExp(`\\b${name}\\b`).test(looks));
  if (missing.length > 0) throw new Error(`demo/looks.js does not show ${missing.join(', ')}.`);
  const untold = (await usedNames()).filter(name => !names.includes(name));
  if (untold.length > 0) throw new Error(`No comment of the element names ${untold.join(', ')}.`);
  return `${names.length} properties and parts`;
}

/** The custom properties and parts that are in the source, by their names for an author. */
async function usedNames(): Promise<string[]> {
  const names = new Set<string>();
  for (const path of await readdir(SOURCE, {recursive: true})) {
    if (!/\.(?:ts|css)$/.test(path)) continue;
    const text = await readFile(join(SOURCE, path), 'utf8');
    for (const [, name = ''] of text.matchAll(/var\(\s*--django-playground-([\w-]+)/g))
      names.add(name);
    const lists = [
      ...text.matchAll(/(?:\bpart=|'part', )["']([\w -]+)|exportparts="([\w:, -]+)"/g),
    ];
    for (const [, own = '', exported = ''] of lists) {
      const isInner = !path.startsWith('element') && !path.startsWith('giving');
      const others = exported.split(',').map(part => part.replace(/^.*:/, '').trim());
      for (const name of [...(isInner ? [] : own.split(' ')), ...others]) names.add(name);
    }
  }
  names.delete('');
  return [...names];
}

async function readElement(): Promise<CustomElementDeclaration> {
  const folder = join(CACHE, 'manifest');
  await writeElementsManifest(folder);
  const manifest = JSON.parse(
    await readFile(join(folder, 'custom-elements.json'), 'utf8'),
  ) as Package;
  const element = manifest.modules.flatMap(({declarations = []}) => declarations).find(isElement);
  if (!element) throw new Error('The manifest has no element');
  return element;
}

function isElement(declaration: Declaration): declaration is CustomElementDeclaration {
  return 'tagName' in declaration && declaration.tagName === 'django-playground';
}

async function describe(): Promise<string> {
  const element = await readElement();
  const {attributes = [], members = [], events = [], slots = [], cssParts = []} = element;
  const shown = members.filter(isPublic);
  const fields = shown.filter(member => member.kind === 'field');
  const methods = shown.filter(member => member.kind === 'method');
  const sections = [
    `# \`<${element.tagName}>\`\n\n${NOTE}`,
    paragraphs(element.description),
    table('Attributes', ['Attribute', 'Type', 'What it does'], attributes, attribute => [
      code(attribute.name),
      code(attribute.type?.text),
      attribute.description,
    ]),
    table('Properties', ['Property', 'Type', 'What it is'], fields, field => [
      code(field.name),
      code(field.type?.text),
      field.readonly ? `Read only. ${field.description ?? ''}` : field.description,
    ]),
    ...methods.map((method, index) => {
      const parameters = (method.parameters ?? []).map(({name, optional}) =>
        optional ? `${name}?` : name,
      );
      const heading = index === 0 ? '## Methods\n\n' : '';
      const result = method.return?.type?.text ?? 'void';
      return `${heading}### \`${method.name}(${parameters.join(', ')}): ${result}\`\n\n${paragraphs(method.description)}`;
    }),
    table('Events', ['Event', 'Type', 'When'], events, event => [
      code(event.name),
      code(event.type.text),
      event.description,
    ]),
    table('Slots', ['Slot', 'What it holds'], slots, slot => [
      slot.name ? code(slot.name) : '(default)',
      slot.description,
    ]),
    table('Parts', ['Part', 'What it is'], cssParts, part => [code(part.name), part.description]),
    table(
      'Custom properties',
      ['Property', 'What it sets'],
      element.cssProperties ?? [],
      property => [code(property.name), property.description],
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Whether a reader of the page may use it: Lit's own names are not for authors. */
function isPublic({name, privacy, description}: ClassMember): boolean {
  const isOwn = privacy === undefined || privacy === 'public';
  return isOwn && !name.startsWith('#') && description !== undefined && description !== '';
}

function table<Row>(
  title: string,
  head: readonly string[],
  rows: readonly Row[],
  cells: (row: Row) => readonly (string | undefined)[],
): string {
  const lines = [head, head.map(() => '-'), ...rows.map(cells)].map(
    row => `| ${row.map(cell => oneLine(cell ?? '')).join(' | ')} |`,
  );
  return `## ${title}\n\n${lines.join('\n')}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|');
}

function paragraphs(text = ''): string {
  return text.replaceAll('\r', '').trim();
}

function code(text: string | undefined): string {
  return text ? `\`${text}\`` : '';
}
