import {pickedCompletion} from '@codemirror/autocomplete';
import type {Completion, CompletionContext, CompletionResult} from '@codemirror/autocomplete';
import {CONTEXT, FILTERS, LIBRARIES, LOOP, TAGS} from './django-names.js';
import {named, result} from './options.js';
import type {ProjectFacts} from './project-facts.js';

/** Tags, filters and names of the project in templates. */
export function completeTemplate(
  context: CompletionContext,
  facts: ProjectFacts,
  path: string,
): CompletionResult | null {
  const {state, pos} = context;
  const line = state.doc.lineAt(pos);
  const before = state.sliceDoc(line.from, pos);
  // What stands between the last opening and the caret; Django's tags have one line.
  const [, opening, inside] = /(\{%|\{\{)((?:(?!%\}|\}\}).)*)$/.exec(before) ?? [];
  if (inside === undefined) return null;
  const ends = (word: string): number => pos - word.length;
  const [, tag] = /^\s*(\w*)$/.exec(inside) ?? [];
  if (opening === '{%' && tag !== undefined) {
    return result(ends(tag), [...closing(context), ...tags()]);
  }
  const [, name = '', quoted] = /^\s*(\w+)\s[^"']*["']([^"']*)$/.exec(inside) ?? [];
  if (quoted !== undefined) return result(ends(quoted), byTag(name, facts));
  const [, library] = /^\s*load\s+(?:\w+\s+)*(\w*)$/.exec(inside) ?? [];
  if (library !== undefined) {
    return result(ends(library), named([...LIBRARIES, ...facts.libraries], 'namespace'));
  }
  const [, filter] = /\|\s*(\w*)$/.exec(inside) ?? [];
  if (filter !== undefined) return result(ends(filter), named(FILTERS, 'function'));
  const [, owner, member] = /([\w.]+)\.(\w*)$/.exec(inside) ?? [];
  if (owner !== undefined && member !== undefined) {
    return result(ends(member), members(owner, facts));
  }
  const [word] = /\w*$/.exec(inside) ?? [''];
  return result(ends(word), named(variables(context, facts, path), 'variable'));
}

function byTag(tag: string, facts: ProjectFacts): Completion[] {
  if (tag === 'url') return named(facts.urlNames, 'constant');
  if (tag === 'static') return named(facts.staticFiles, 'text');
  return tag === 'extends' || tag === 'include' ? named(facts.templates, 'text') : [];
}

function tags(): Completion[] {
  return TAGS.map(({name, end}) => ({
    label: name,
    type: 'keyword',
    ...(end !== undefined && {detail: `… ${end}`, apply: withEnd(name, end)}),
  }));
}

/** Add what ends the tag, where the rest of the line is not written yet. */
function withEnd(name: string, end: string): NonNullable<Completion['apply']> {
  return (view, completion, from, to) => {
    const rest = view.state.sliceDoc(to, view.state.doc.lineAt(to).to);
    const [closed] = /^\s*%\}\s*$/.exec(rest) ?? [];
    const tail = name === 'comment' || name === 'verbatim' || name === 'spaceless' ? '' : ' ';
    const changes =
      closed === undefined
        ? [{from, to, insert: name}]
        : [{from, to: to + rest.length, insert: `${name}${tail} %}{% ${end} %}`}];
    view.dispatch({
      changes,
      selection: {anchor: from + name.length + (closed === undefined ? 0 : tail.length)},
      annotations: pickedCompletion.of(completion),
      userEvent: 'input.complete',
    });
  };
}

/** What ends the tag that is open here. */
function closing({state, pos}: CompletionContext): Completion[] {
  const open: string[] = [];
  const before = state.sliceDoc(Math.max(0, pos - 20_000), pos);
  for (const [, name = ''] of before.matchAll(/\{%\s*(\w+)[^%]*%\}/g)) {
    const opened = open.lastIndexOf(name.replace(/^end/, ''));
    if (name.startsWith('end') && opened >= 0) open.length = opened;
    else if (TAGS.some(tag => tag.name === name && tag.end)) open.push(name);
  }
  const last = open.at(-1);
  return last === undefined ? [] : [{label: `end${last}`, type: 'keyword', boost: 2}];
}

function members(owner: string, {models}: ProjectFacts): Completion[] {
  const name = owner.split('.').at(-1)?.toLowerCase();
  if (name === 'forloop') return named(LOOP, 'property');
  const own = models.filter(model => model.name.toLowerCase() === name);
  return (own.length > 0 ? own : models).flatMap(model =>
    [...model.members].map(([label, type]) => ({label, type: 'property', detail: type})),
  );
}

function variables(
  {state, pos}: CompletionContext,
  {contexts}: ProjectFacts,
  path: string,
): string[] {
  const before = state.sliceDoc(Math.max(0, pos - 20_000), pos);
  const loops = [...before.matchAll(/\{%\s*for\s+([\w\s,]+?)\s+in\b/g)].flatMap(([, names = '']) =>
    names.split(/\s*,\s*/),
  );
  const given = [...contexts].flatMap(([template, names]) =>
    path.endsWith(`templates/${template}`) ? names : [],
  );
  return [...new Set([...given, ...loops, ...(loops.length > 0 ? ['forloop'] : []), ...CONTEXT])];
}
