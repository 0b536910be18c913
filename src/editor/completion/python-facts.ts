import {pythonLanguage} from '@codemirror/lang-python';
import type {SyntaxNode} from '@lezer/common';

/** A class with what its body assigns by calls, e.g. a model's fields. */
export interface ClassFacts {
  readonly name: string;
  readonly bases: readonly string[];
  /** Names with the last part of what is called, e.g. `text` and `CharField`. */
  readonly members: ReadonlyMap<string, string>;
  /** Names of fields with the models that they lead to, e.g. `question` and `Question`. */
  readonly relations: ReadonlyMap<string, string>;
}

/** Fields whose first argument is a model. */
const RELATIONS = /(?:^|\.)(?:ForeignKey|OneToOneField|ManyToManyField)$/;

/** What one Python file offers to others. */
export interface PythonFacts {
  /** What it defines at its top. */
  readonly names: readonly string[];
  readonly classes: readonly ClassFacts[];
  /** The names of its URL patterns, with their namespace. */
  readonly urlNames: readonly string[];
  /** Variables by the template that is rendered with them. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
}

/** Characters above which a file is not read: nobody wrote it by hand. */
const LIMIT = 200_000;

const NOTHING: PythonFacts = {names: [], classes: [], urlNames: [], contexts: new Map()};

export function pythonFacts(path: string, source: string): PythonFacts {
  if (source.length > LIMIT) return NOTHING;
  const names = new Set<string>();
  const classes: ClassFacts[] = [];
  const textOf = (node: SyntaxNode): string => source.slice(node.from, node.to);
  for (const statement of children(pythonLanguage.parser.parse(source).topNode)) {
    const node =
      statement.name === 'DecoratedStatement' ? (statement.lastChild ?? statement) : statement;
    if (node.name === 'AssignStatement') {
      for (const name of node.getChildren('VariableName')) names.add(textOf(name));
    } else if (node.name === 'ClassDefinition' || node.name === 'FunctionDefinition') {
      const name = node.getChild('VariableName');
      if (!name) continue;
      names.add(textOf(name));
      if (node.name === 'ClassDefinition') classes.push(classFacts(textOf(name), node, textOf));
    }
  }
  const urlNames = /(?:^|\/)urls\.py$/.test(path) ? urlNamesIn(source) : [];
  return {names: [...names], classes, urlNames, contexts: contextsIn(source)};
}

function classFacts(
  name: string,
  node: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
): ClassFacts {
  const bases = node.getChild('ArgList');
  const members = new Map<string, string>();
  const relations = new Map<string, string>();
  for (const statement of children(node.getChild('Body'))) {
    if (statement.name !== 'AssignStatement') continue;
    const [target] = children(statement);
    const call = statement.getChild('CallExpression')?.firstChild;
    if (target?.name !== 'VariableName' || !call) continue;
    members.set(textOf(target), textOf(call).split('.').at(-1) ?? '');
    if (!RELATIONS.test(textOf(call))) continue;
    const model = /^\(\s*["']?(?:\w+\.)*(\w+)/.exec(textOf(call.nextSibling ?? call))?.[1];
    if (model) relations.set(textOf(target), model === 'self' ? name : model);
  }
  return {
    name,
    bases: bases ? children(bases).flatMap(base => textOf(base).match(/\w+$/)?.[0] ?? []) : [],
    members,
    relations,
  };
}

function children(node: SyntaxNode | null): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node?.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

function urlNamesIn(source: string): string[] {
  const namespace = /^app_name\s*=\s*["']([\w-]+)["']/m.exec(source)?.[1];
  return [...source.matchAll(/\bname\s*=\s*["']([\w:-]+)["']/g)].map(([, name = '']) =>
    namespace === undefined ? name : `${namespace}:${name}`,
  );
}

const RENDER = /\brender\(\s*\w+\s*,\s*["']([^"'\n]+)["']\s*,\s*(?:context\s*=\s*)?\{([^}]*)\}/g;

function contextsIn(source: string): Map<string, string[]> {
  const contexts = new Map<string, string[]>();
  for (const [, template = '', items = ''] of source.matchAll(RENDER)) {
    const keys = [...items.matchAll(/["'](\w+)["']\s*:/g)].map(([, key = '']) => key);
    contexts.set(template, [...(contexts.get(template) ?? []), ...keys]);
  }
  return contexts;
}
