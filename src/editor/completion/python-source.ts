import type {Completion, CompletionContext, CompletionResult} from '@codemirror/autocomplete';
import {syntaxTree} from '@codemirror/language';
import {
  IMPORTABLE,
  LOOKUPS,
  MEMBERS,
  MODEL_CLASS,
  MODEL_OBJECT,
  MODULES,
  QUERYSET,
  fieldOptions,
} from './django-names.js';
import {imported, named, result} from './options.js';
import {moduleOf, type ProjectFacts} from './project-facts.js';
import type {ClassFacts} from './python-facts.js';

/** Characters before the caret that are looked at: enough for a call over many lines. */
const BEFORE = 2000;

interface Place {
  readonly context: CompletionContext;
  /** The text before the caret. */
  readonly before: string;
  readonly facts: ProjectFacts;
  /** Where the file lies. */
  readonly path: string;
}

/** Names of Django and of the project in Python. */
export function completePython(
  context: CompletionContext,
  facts: ProjectFacts,
  path: string,
): CompletionResult | null {
  const before = context.state.sliceDoc(Math.max(0, context.pos - BEFORE), context.pos);
  const place = {context, before, facts, path};
  const node = syntaxTree(context.state).resolveInner(context.pos, -1).name;
  if (node === 'Comment') return null;
  if (node === 'String' || node === 'FormatString') return inString(place);
  return inImport(place) ?? afterDot(place) ?? inCall(place) ?? bare(place);
}

function ending({context}: Place, word: string): number {
  return context.pos - word.length;
}

/** Names that are imported, on one line or between brackets. */
const IMPORTED =
  /\bfrom[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+(?:(?:[\w \t,]*[, \t])?|\((?:[\w\s,]*[,\s])?)(\w*)$/;

function inImport(place: Place): CompletionResult | null {
  const line = place.before.slice(place.before.lastIndexOf('\n') + 1);
  const {facts} = place;
  const [, module] = /^\s*(?:from|import)\s+(\.*[\w.]*)$/.exec(line) ?? [];
  if (module !== undefined) {
    const own = [...facts.modules.keys()].filter(Boolean);
    const names = named([...own, ...Object.keys(MODULES)], 'namespace');
    return module.startsWith('.') ? null : result(ending(place, module), names);
  }
  const [, from = '', word = ''] = IMPORTED.exec(place.before) ?? [];
  if (!from) return null;
  const absolute = resolve(from, moduleOf(place.path));
  const names = facts.modules.get(absolute) ?? MODULES[absolute] ?? [];
  const prefix = absolute && `${absolute}.`;
  const modules = [...facts.modules.keys()].flatMap(module_ =>
    module_.startsWith(prefix) && !module_.slice(prefix.length).includes('.')
      ? [module_.slice(prefix.length)]
      : [],
  );
  return result(ending(place, word), [
    ...named(names, 'variable'),
    ...named(modules.filter(Boolean), 'namespace'),
  ]);
}

/** `.models` within `polls.views` is `polls.models`. */
function resolve(module: string, within: string): string {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  if (!dots) return module;
  const parts = within.split('.').slice(0, -dots.length);
  return [...parts, rest].filter(Boolean).join('.');
}

function afterDot(place: Place): CompletionResult | null {
  const {before, facts} = place;
  const [, word] = /\.(\w*)$/.exec(before) ?? [];
  if (word === undefined) return null;
  const from = ending(place, word);
  const statement = before.slice(0, before.length - word.length - 1);
  const owner = /[\w.]+$/.exec(statement)?.[0] ?? '';
  if (/\.objects$|\.objects\b[^\n]*\)\s*$/.test(statement)) {
    return result(from, named(QUERYSET, 'method'));
  }
  const model = facts.models.find(({name}) => name === owner);
  if (model) return result(from, [...named(MODEL_CLASS, 'property'), ...fieldsOf(model)]);
  const defined = moduleNamed(owner, place);
  if (defined) return result(from, named(defined, 'variable'));
  const known = MEMBERS[owner] ?? (owner === 'self.request' ? MEMBERS['request'] : undefined);
  if (known) return result(from, named(known, 'property'));
  const object = owner === 'self' ? classAround(place) : modelOf(place, owner);
  return object
    ? result(from, [...fieldsOf(object), ...named(MODEL_OBJECT, 'method', {boost: -1})])
    : null;
}

/** What a module of the project defines, by the name that the file has for it. */
function moduleNamed(owner: string, {context, facts, path}: Place): readonly string[] | undefined {
  if (owner.includes('.')) return facts.modules.get(owner);
  const top = context.state.sliceDoc(0, 20_000);
  const importing = String.raw`^\s*from\s+(\.*[\w.]*)\s+import\s[^\n]*\b${owner}\b`;
  const [, package_] = new RegExp(importing, 'm').exec(top) ?? [];
  if (!package_) return undefined;
  const dot = package_.endsWith('.') ? '' : '.';
  return facts.modules.get(resolve(package_ + dot + owner, moduleOf(path)));
}

function fieldsOf({members, name}: ClassFacts, suffix = ''): Completion[] {
  return [...members.keys(), 'id'].map(field => ({
    label: field + suffix,
    type: 'property',
    detail: `${name}, ${members.get(field) ?? 'AutoField'}`,
    boost: 1,
  }));
}

/** The model that the caret is in. */
function classAround({context, facts}: Place): ClassFacts | undefined {
  const {state, pos} = context;
  for (let node = syntaxTree(state).resolveInner(pos, -1).node; node.parent; node = node.parent) {
    const name = node.name === 'ClassDefinition' ? node.getChild('VariableName') : null;
    const text = name && state.sliceDoc(name.from, name.to);
    if (text) return facts.models.find(model => model.name === text);
  }
  return undefined;
}

/** What a variable was made from, as far as the lines before say. */
function modelOf({before, facts}: Place, variable: string): ClassFacts | undefined {
  if (!/^\w+$/.test(variable)) return undefined;
  const made = new RegExp(
    String.raw`\b${variable}\s*(?:=|in)\s*(?:await\s+)?(?:a?get_object_or_404\(\s*)?(\w+)\b(?:\.objects\b|\s*[,(])`,
    'g',
  );
  const name = [...before.matchAll(made)].at(-1)?.[1];
  return facts.models.find(model => model.name === name);
}

const QUERY_CALL =
  /(\w+)\.objects\.(?:[^\n]*\.)?(filter|exclude|get|create|update|get_or_create|update_or_create)\([^()]*?(\w*)$/;

function inCall(place: Place): CompletionResult | null {
  const {before, facts} = place;
  const [, field, option] = /\bmodels\.(\w+)\((?:[^()]|\([^()]*\))*?\b(\w*)$/.exec(before) ?? [];
  if (field !== undefined && option !== undefined && /[(,]\s*\w*$/.test(before)) {
    return result(
      ending(place, option),
      named(
        fieldOptions(field).map(name => `${name}=`),
        'property',
        {boost: 1},
      ),
    );
  }
  const query = QUERY_CALL.exec(before);
  const other = /\b(?:get_object_or_404|get_list_or_404)\(\s*(\w+)\s*,[^()]*?(\w*)$/.exec(before);
  const [name, word] = query ? [query[1], query[3]] : [other?.[1], other?.[2]];
  const model = facts.models.find(each => each.name === name);
  if (!model || word === undefined || !/[(,]\s*\w*$/.test(before)) return null;
  const [, path] = /^(\w+__)\w*$/.exec(word) ?? [];
  if (path === undefined) return result(ending(place, word), fieldsOf(model, '='));
  const lookups = LOOKUPS.map(lookup => `${lookup}=`);
  const related = modelAlong(path.split('__').slice(0, -1), model, facts);
  return result(ending(place, word) + path.length, [
    ...(related ? fieldsOf(related, '=') : []),
    ...named(lookups, 'keyword'),
  ]);
}

/** The model that relations lead to, one after the other. */
function modelAlong(
  fields: readonly string[],
  model: ClassFacts,
  {models}: ProjectFacts,
): ClassFacts | undefined {
  let found: ClassFacts | undefined = model;
  for (const field of fields) {
    const name: string | undefined = found?.relations.get(field);
    found = models.find(each => each.name === name);
  }
  return found;
}

const FIELD_LISTS =
  /\b(?:list_display|list_filter|list_editable|search_fields|ordering|fields|readonly_fields|exclude|prepopulated_fields|order_by|values|values_list|only|defer|select_related|prefetch_related)\s*(?:=\s*)?[([{][^)\]}]*$/;

function inString(place: Place): CompletionResult | null {
  const {before, facts} = place;
  const [, start = '', word] = /^([^]*)["']-?([\w:./-]*)$/.exec(before) ?? [];
  if (word === undefined) return null;
  const from = ending(place, word);
  if (/\b(?:reverse|reverse_lazy|redirect)\(\s*$/.test(start)) {
    return result(from, named(facts.urlNames, 'constant'));
  }
  if (/\brender\(\s*\w+\s*,\s*$|\btemplate_name\s*=\s*$|\bget_template\(\s*$/.test(start)) {
    return result(from, named(facts.templates, 'text'));
  }
  if (/\binclude\(\s*$/.test(start)) {
    const modules = [...facts.modules.keys()].filter(name => name.endsWith('urls'));
    return result(from, named(modules, 'namespace'));
  }
  if (!FIELD_LISTS.test(start)) return null;
  const [, name] = /(\w+)\.objects\b[^\n]*$/.exec(start) ?? [];
  const models = facts.models.filter(model => name === undefined || model.name === name);
  return result(
    from,
    models.flatMap(model => fieldsOf(model)),
  );
}

function bare(place: Place): CompletionResult | null {
  const word = /(?<![\w.])[A-Za-z_]\w*$/.exec(place.before)?.[0];
  if (word === undefined || word.length < 2) return null;
  const {doc} = place.context.state;
  const known = new Set(doc.sliceString(0, 20_000).match(/\w+/g));
  // The word itself stands there, too.
  known.delete(word);
  const django = IMPORTABLE.flatMap(module =>
    (MODULES[module] ?? []).map(name => ({name, module})),
  );
  const own = [...place.facts.modules]
    .filter(
      ([module]) => module !== moduleOf(place.path) && !/\.(?:migrations|tests)\b/.test(module),
    )
    .flatMap(([module, names]) => names.map(name => ({name, module})))
    .filter(({name}) => /^[A-Z]/.test(name));
  return result(
    ending(place, word),
    [...own, ...django]
      .filter(({name}) => !known.has(name))
      .map(({name, module}) => imported(name, module)),
  );
}
