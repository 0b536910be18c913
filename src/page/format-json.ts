const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Indents JSON and changes nothing else: numbers keep every digit, keys their order and their
 * repetitions. Text that is no JSON comes back as it was.
 */
export function formatJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  let formatted = '';
  const tokens = text.match(TOKEN) ?? [];
  for (const [i, token] of tokens.entries()) {
    const isEmpty = /^[[{]$/.test(tokens[i - 1] ?? '') && /^[\]}]$/.test(token);
    if (/^[\]}]$/.test(token)) {
      depth--;
      if (!isEmpty) formatted += newline(depth);
    }
    formatted += token;
    if (token === ':') formatted += ' ';
    if (token === ',') formatted += newline(depth);
    if (/^[[{]$/.test(token)) {
      depth++;
      if (!/^[\]}]$/.test(tokens[i + 1] ?? '')) formatted += newline(depth);
    }
  }
  return formatted;
}

function newline(depth: number): string {
  return `\n${'  '.repeat(depth)}`;
}
