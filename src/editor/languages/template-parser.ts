import {languageDataProp} from '@codemirror/language';
import {
  NodeSet,
  NodeType,
  Parser,
  Tree,
  parseMixed,
  type Input,
  type NodePropSource,
  type ParseWrapper,
  type PartialParse,
  type TreeFragment,
} from '@lezer/common';
import {styleTags, tags} from '@lezer/highlight';

/**
 * Reads templates as Django's lexer does: tags, variables and comments stand on one line each, and
 * all else is text, which another language reads as if they were not there.
 */
export class TemplateParser extends Parser {
  readonly #nodes: NodeSet;
  readonly #wrap: ParseWrapper;

  /**
   * @param data What the editor is to know about templates.
   * @param text Reads what is no tag.
   */
  constructor(data: Parameters<typeof languageDataProp.add>[0], text: Parser) {
    super();
    this.#nodes = new NodeSet(TYPES).extend(languageDataProp.add(data), STYLES);
    this.#wrap = parseMixed(({type}) =>
      type.isTop ? {parser: text, overlay: node => node.type.id === TEXT} : null,
    );
  }

  createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly {readonly from: number; readonly to: number}[],
  ): PartialParse {
    const parse = new TemplateParse(this.#nodes, input, ranges[0]?.from ?? 0, ranges.at(-1)?.to);
    return this.#wrap(parse, input, fragments, [...ranges]);
  }
}

const NAMES = [
  'Template',
  'Text',
  'Tag',
  'Variable',
  'Comment',
  'Delimiter',
  'TagName',
  'String',
  'Number',
  'Keyword',
  'Name',
] as const;

const id = (name: (typeof NAMES)[number]): number => NAMES.indexOf(name);

const TEXT = id('Text');

const TYPES = NAMES.map((name, index) => NodeType.define({id: index, name, top: index === 0}));

const STYLES: NodePropSource = styleTags({
  'Tag Variable Delimiter Name': tags.processingInstruction,
  'TagName Keyword': tags.keyword,
  String: tags.string,
  Number: tags.number,
  Comment: tags.comment,
});

const TOKEN = /\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}/g;
const TAG_NAME = /^\{%-?\s*(\w+)/;
const PART =
  /(?<String>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<Number>\b\d+(?:\.\d+)?\b)|(?<Keyword>\b(?:and|or|not|in|is|as|by|with|only|from|True|False|None)\b)|(?<Name>[\p{L}_][\p{L}\p{N}_.-]*)/gu;

/** Characters that are read before others may have their turn. */
const STRETCH = 16_384;

/** A tag whose insides are none of the template's tags, until its end. */
interface Enclosed {
  readonly end: RegExp;
  readonly type: number;
}

const ENCLOSED: Readonly<Record<string, Enclosed>> = {
  comment: {end: /^\{%\s*endcomment\s*%\}$/, type: id('Comment')},
  verbatim: {end: /^\{%\s*endverbatim\b.*%\}$/, type: TEXT},
};

class TemplateParse implements PartialParse {
  readonly #nodes: NodeSet;
  readonly #input: Input;
  readonly #from: number;
  readonly #end: number;
  readonly #children: Tree[] = [];
  readonly #positions: number[] = [];
  /** Where the text begins that has no node yet. */
  #textFrom: number;
  #enclosed: Enclosed | undefined;
  parsedPos: number;
  stoppedAt: number | null = null;

  constructor(nodes: NodeSet, input: Input, from: number, to = input.length) {
    this.#nodes = nodes;
    this.#input = input;
    this.#from = from;
    this.#end = to;
    this.#textFrom = from;
    this.parsedPos = from;
  }

  stopAt(position: number): void {
    this.stoppedAt = position;
  }

  advance(): Tree | null {
    const last = Math.min(this.#end, this.stoppedAt ?? this.#end);
    if (this.parsedPos < last) {
      const to = this.#lineEnd(Math.min(this.parsedPos + STRETCH, this.#end));
      this.#read(this.#input.read(this.parsedPos, to));
      this.parsedPos = to;
    }
    if (this.parsedPos < last) return null;
    this.#closeText(this.parsedPos);
    return new Tree(
      this.#type(id('Template')),
      this.#children,
      this.#positions,
      this.parsedPos - this.#from,
    ).balance();
  }

  #type(index: number): NodeType {
    return this.#nodes.types[index] ?? NodeType.none;
  }

  /** The end of the line, so that no tag is cut in two. */
  #lineEnd(position: number): number {
    let at = position;
    while (at < this.#end) {
      const text = this.#input.read(at, Math.min(at + 1024, this.#end));
      const found = text.indexOf('\n');
      if (found >= 0) return at + found + 1;
      at += text.length;
    }
    return this.#end;
  }

  #read(text: string): void {
    const start = this.parsedPos;
    for (const {index, 0: token} of text.matchAll(TOKEN)) {
      const at = start + index;
      if (this.#enclosed) {
        if (!this.#enclosed.end.test(token)) continue;
        this.#closeText(at);
        this.#enclosed = undefined;
      }
      this.#closeText(at);
      this.#add(token, at);
      this.#textFrom = at + token.length;
      const name = TAG_NAME.exec(token)?.[1];
      this.#enclosed = name === undefined ? undefined : ENCLOSED[name];
    }
  }

  #closeText(to: number): void {
    if (to > this.#textFrom) {
      this.#push(this.#enclosed?.type ?? TEXT, this.#textFrom, to);
      this.#textFrom = to;
    }
  }

  #push(type: number, from: number, to: number): void {
    this.#children.push(new Tree(this.#type(type), [], [], to - from));
    this.#positions.push(from - this.#from);
  }

  #add(token: string, at: number): void {
    if (token.startsWith('{#')) {
      this.#push(id('Comment'), at, at + token.length);
      return;
    }
    const children: Tree[] = [];
    const positions: number[] = [];
    const add = (type: number, from: number, length: number): void => {
      children.push(new Tree(this.#type(type), [], [], length));
      positions.push(from);
    };
    add(id('Delimiter'), 0, 2);
    const tag = TAG_NAME.exec(token);
    const inside = tag ? tag[0].length : 2;
    if (tag?.[1]) add(id('TagName'), inside - tag[1].length, tag[1].length);
    for (const {index, groups, 0: part} of token.slice(inside, -2).matchAll(PART)) {
      const kind = NAMES.find(name => groups?.[name] !== undefined);
      if (kind) add(id(kind), inside + index, part.length);
    }
    add(id('Delimiter'), token.length - 2, 2);
    const type = this.#type(id(tag ? 'Tag' : 'Variable'));
    this.#children.push(new Tree(type, children, positions, token.length));
    this.#positions.push(at - this.#from);
  }
}
