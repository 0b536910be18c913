import container from 'markdown-it-container';
import {PLAYGROUND, readContainer, readFence, type Attributes, type Fence} from './fence.js';
import {idsIn, opened, Places, sameRun} from './places.js';

/** As much of markdown-it's token as is used here; each of its versions has types of its own. */
interface Token {
  type: string;
  tag: string;
  nesting: 1 | 0 | -1;
  info: string;
  content: string;
  block: boolean;
  attrs: [string, string][] | null;
}

/** As much of its state. */
interface State {
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: 1 | 0 | -1) => Token;
}

/** As much of itself. */
interface Parser {
  readonly options: object;
  readonly renderer: {renderToken(tokens: Token[], index: number, options: object): string};
  readonly core: {
    readonly ruler: {after(rule: string, name: string, run: (state: State) => void): unknown};
  };
}

/** Registers `:::` blocks of one name. */
type Container = (
  parser: Parser,
  name: string,
  options: {readonly render: (tokens: Token[], index: number) => string},
) => void;

const CONTAINER = `container_${PLAYGROUND}`;

/**
 * A plugin of markdown-it: fences that name a playground become one.
 *
 *     md.use(djangoPlayground)
 *
 * A fence names it behind its language, `python django-playground=polls path=polls/views.py`. One
 * that stands in `::: django-playground polls`, or in the tag itself, needs only its `path`.
 */
export default function djangoPlayground(md: object): void {
  const parser = md as Parser;
  (container as unknown as Container)(parser, PLAYGROUND, {
    render: (tokens, index) => parser.renderer.renderToken(tokens, index, parser.options),
  });
  parser.core.ruler.after('block', PLAYGROUND, state => {
    nameContainers(state.tokens);
    state.tokens = arrange(state);
  });
}

/** They are `div`s without us. */
function nameContainers(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type !== `${CONTAINER}_open` && token.type !== `${CONTAINER}_close`) continue;
    token.tag = PLAYGROUND;
    if (token.nesting === 1) {
      token.attrs = [...readContainer(token.info.trim().slice(PLAYGROUND.length))];
    }
  }
}

function arrange({tokens, Token}: State): Token[] {
  const places = new Places(tokens.flatMap(idsOf));
  const tag = (name: string, nesting: 1 | -1, attributes: Attributes = new Map()): Token => {
    const token = new Token(
      `${name.replace('-', '_')}_${nesting > 0 ? 'open' : 'close'}`,
      name,
      nesting,
    );
    token.block = name !== 'figcaption' || nesting < 0;
    token.attrs = [...attributes];
    return token;
  };
  const text = (content: string): Token => Object.assign(new Token('text', '', 0), {content});
  const file = (token: Token, {path, rest}: Fence, attributes: Attributes): Token[] => {
    token.info = `${languageOf(token)} ${rest}`.trim();
    const caption = [tag('figcaption', 1), text(path ?? ''), tag('figcaption', -1)];
    return [tag('figure', 1, attributes), ...(path ? caption : []), token, tag('figure', -1)];
  };

  const arranged: Token[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    depth += depthOf(token);
    const first = fenceIn(token, depth > 0);
    if (!first) {
      arranged.push(token);
      continue;
    }
    const run = [first];
    for (let next; sameRun(first, (next = fenceIn(tokens[at + run.length], depth > 0)));) {
      run.push(next);
    }
    const {element, files} = places.place(run, depth > 0);
    if (element) arranged.push(tag(PLAYGROUND, 1, element));
    run.forEach((fence, index) => {
      arranged.push(...file(tokens[at + index]!, fence, files[index]!));
    });
    if (element) arranged.push(tag(PLAYGROUND, -1));
    at += run.length - 1;
  }
  return arranged;
}

function languageOf({info}: Token): string {
  return /^[^\s={}]+(?=\s|$)/.exec(info.trim())?.[0] ?? '';
}

function fenceIn(token: Token | undefined, isInside: boolean): Fence | undefined {
  if (token?.type !== 'fence') return undefined;
  return readFence(token.info.trim().slice(languageOf(token).length), isInside);
}

function depthOf({type, nesting, content}: Token): number {
  if (type === `${CONTAINER}_open` || type === `${CONTAINER}_close`) return nesting;
  return type === 'html_block' ? opened(content) : 0;
}

function idsOf(token: Token): readonly string[] {
  if (token.type === `${CONTAINER}_open`)
    return (token.attrs ?? []).flatMap(([name, value]) => (name === 'id' ? [value] : []));
  return token.type === 'html_block' ? idsIn(token.content) : [];
}
