/** What a piece of code is; each has a colour of its own. */
export const TOKEN_KINDS = [
  'keyword',
  'string',
  'comment',
  'number',
  'name',
  'tag',
  'attribute',
  'template',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A piece of code. */
export interface Token {
  readonly text: string;
  readonly kind?: TokenKind;
}

export type Tokenize = (path: string, text: string) => readonly Token[];
