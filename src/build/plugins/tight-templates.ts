import type {Plugin} from 'vite';

/** Modules with templates; in none of them is an indentation part of a text. */
const TEMPLATES = /\/src\/(?:element|files|console|giving)\/[\w-]+\.ts$/;

/** The elements' templates and style sheets without white space that means nothing, in a build. */
export function tightTemplates(): Plugin {
  return {
    name: 'tight-templates',
    apply: 'build',
    transform(code, id) {
      if (!TEMPLATES.test(id)) return null;
      if (id.endsWith('styles.ts')) {
        return {code: code.replaceAll(/css`[^`]*`/g, tightenStyles), map: null};
      }
      if (!code.includes('html`')) return null;
      return {code: code.replaceAll(/\n[ \t]+/g, '\n'), map: null};
    },
  };
}

function tightenStyles(styles: string): string {
  return styles
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>~]) ?/g, '$1')
    .replaceAll(/(?<=[a-z-]): /g, ':')
    .replaceAll(/([\s:,(-])0\.(?=\d)/g, '$1.')
    .replaceAll(';}', '}');
}
