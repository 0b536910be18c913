import {getLineInfo, parse, type AnyNode, type Identifier, type Program} from 'acorn';
import {analyze} from 'eslint-scope';
import {MagicString} from 'magic-string';
import {DEFAULT_NAME, MODULE_SCOPE} from '../protocol/rendering.js';
import {ModuleTies, type Tied} from './module-ties.js';

/** After these a text that begins with a parenthesis could become a call of what stands before. */
const WITH_STATEMENTS: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'SwitchCase']);

/**
 * Makes of an ES module one that exports it as a function, so that it can be there before anybody
 * needs it, and can be run at once when somebody does. What it exports stays live, and a cycle works
 * as it does in a browser. Lines stay where they are.
 *
 * @throws SyntaxError with `loc`, where the text is no module, or awaits something at its top.
 */
export function toFunction(text: string): string {
  const program = parse(text, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    ranges: true,
  });
  const parents = parentsOf(program);
  for (const node of parents.keys()) refuseAwait(node, parents, text);
  const ties = new ModuleTies(program);
  const edited = new MagicString(text);
  for (const [identifier, tied] of importedNames(program, ties)) {
    refer(edited, identifier, tied, parents);
  }
  for (const node of program.body) untie(edited, node, text);
  for (const node of parents.keys()) rename(edited, node);
  edited.prepend(
    `export default (${MODULE_SCOPE}, console) => () => {${ties.exports}${ties.imports} `,
  );
  edited.append('\n}');
  return edited.toString();
}

/** Where names are used that come from other modules. */
function importedNames(program: Program, ties: ModuleTies): [Identifier, Tied][] {
  // It has the types of another parser for the same tree.
  const tree = program as unknown as Parameters<typeof analyze>[0];
  const {scopes} = analyze(tree, {ecmaVersion: 2022, sourceType: 'module'});
  const names: [Identifier, Tied][] = [];
  for (const {variables} of scopes.filter(({type}) => type === 'module')) {
    for (const {name, references, defs} of variables) {
      const tied = defs.some(({type}) => type === 'ImportBinding') && ties.imported.get(name);
      if (!tied) continue;
      for (const {identifier} of references) names.push([identifier as Identifier, tied]);
    }
  }
  return names;
}

/** Puts the other module's export in the place of a name. */
function refer(
  edited: MagicString,
  identifier: Identifier,
  {expression, isNamespace}: Tied,
  parents: ReadonlyMap<AnyNode, AnyNode>,
): void {
  const {start, end} = identifier;
  const parent = parents.get(identifier);
  // The statement as a whole goes.
  if (!parent || parent.type === 'ExportSpecifier') return;
  if (parent.type === 'Property' && parent.shorthand) {
    edited.appendLeft(end, `: ${expression}`);
    return;
  }
  const isCalled =
    (parent.type === 'CallExpression' && parent.callee === identifier) ||
    (parent.type === 'TaggedTemplateExpression' && parent.tag === identifier);
  if (!isCalled || isNamespace) {
    edited.update(start, end, expression);
    return;
  }
  // Not as a method: `this` is nothing in a function of a module.
  const semicolon = beginsStatement(identifier, parents) ? ';' : '';
  edited.update(start, end, `${semicolon}(0, ${expression})`);
}

function beginsStatement(node: AnyNode, parents: ReadonlyMap<AnyNode, AnyNode>): boolean {
  let at: AnyNode | undefined = node;
  while (at && at.type !== 'ExpressionStatement') {
    at = parents.get(at);
    if (at?.start !== node.start) return false;
  }
  const around = at && parents.get(at);
  return around !== undefined && WITH_STATEMENTS.has(around.type);
}

/** Takes away what ties a module to others, and leaves its lines. */
function untie(edited: MagicString, node: Program['body'][number], text: string): void {
  const {start, end} = node;
  if (node.type === 'ExportDefaultDeclaration') {
    const {declaration} = node;
    const keyword = /^export\s+default/.exec(text.slice(start, end))?.[0] ?? '';
    const isDeclared =
      declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
    const place = isDeclared ? '' : `const ${DEFAULT_NAME} =`;
    edited.update(start, start + keyword.length, place + linesOf(keyword) || ' ');
    if (isDeclared && !declaration.id)
      edited.appendLeft(nameAt(declaration, text), ` ${DEFAULT_NAME}`);
  } else if (node.type === 'ExportNamedDeclaration' && node.declaration) {
    const {start: kept} = node.declaration;
    edited.update(start, kept, linesOf(text.slice(start, kept)) || ' ');
  } else if (
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportNamedDeclaration' ||
    node.type === 'ExportAllDeclaration'
  ) {
    edited.update(start, end, `;${linesOf(text.slice(start, end))}`);
  }
}

/** Where the name of a function or a class goes that has none. */
function nameAt(declaration: {type: string; start: number}, text: string): number {
  const isClass = declaration.type === 'ClassDeclaration';
  return isClass ? declaration.start + 'class'.length : text.indexOf('(', declaration.start);
}

function rename(edited: MagicString, node: AnyNode): void {
  if (node.type === 'ImportExpression') {
    edited.update(node.start, node.start + 'import'.length, `${MODULE_SCOPE}.load`);
  } else if (node.type === 'MetaProperty' && node.meta.name === 'import') {
    edited.update(node.start, node.end, `${MODULE_SCOPE}.meta`);
  }
}

/** @throws SyntaxError where whoever imports the module would have to wait for it. */
function refuseAwait(node: AnyNode, parents: ReadonlyMap<AnyNode, AnyNode>, text: string): void {
  const waits = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await);
  if (!waits) return;
  let around = parents.get(node);
  while (around && !/Function|StaticBlock/.test(around.type)) around = parents.get(around);
  if (around) return;
  const error = new SyntaxError('A module that Django renders with cannot await at its top');
  throw Object.assign(error, {loc: getLineInfo(text, node.start)});
}

function linesOf(text: string): string {
  return text.replaceAll(/[^\n]/g, '');
}

/** All nodes of a module, each with the one around it. */
function parentsOf(program: Program): Map<AnyNode, AnyNode> {
  const parents = new Map<AnyNode, AnyNode>();
  const visit = (node: AnyNode): void => {
    for (const child of (Object.values(node) as unknown[]).flat()) {
      if (!isNode(child)) continue;
      parents.set(child, node);
      visit(child);
    }
  };
  visit(program);
  return parents;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
