/** Objects whose fields are not known, as guests send them. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(data: unknown): data is Fields {
  return typeof data === 'object' && data !== null;
}

export function isText(data: unknown): data is string {
  return typeof data === 'string';
}
