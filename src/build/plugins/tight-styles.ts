import type {Plugin} from 'vite';

/** The elements' style sheets without comments and white space that mean nothing, in a build. */
export function tightStyles(): Plugin {
  return {
    name: 'tight-styles',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('styles.ts')) return null;
      return {code: code.replaceAll(/css`[^`]*`/g, tighten), map: null};
    },
  };
}

function tighten(styles: string): string {
  return styles
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':');
}
