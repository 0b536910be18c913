import {parse, type AnyNode, type Node} from 'acorn';
import {GUEST_LOCATION, GUEST_OF} from '../protocol/frame-state.js';
import {Insertions} from './insertions.js';
import {NameScope} from './name-scope.js';

/** How a script is parsed: as a file or an inline script, as a module, as an event handler. */
export type ScriptKind = 'script' | 'module' | 'handler';

const NAME = 'location';

interface Reference {
  readonly node: Node;
  readonly scope: NameScope;
  /** `{location}`, where the name of the property has to be kept. */
  readonly isShorthand: boolean;
}

/**
 * Leads what a script means by `location` to the guest: no script can be given another one. The
 * name itself where nothing of the script's own is called so, and the property of whatever turns
 * out to be a window or a document when it runs.
 *
 * @returns The text; as it was where it is no script.
 */
export function rewriteLocation(text: string, kind: ScriptKind): string {
  try {
    return new Rewriter(text, kind).rewrite();
  } catch (error) {
    // The browser will say what is wrong with it.
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

class Rewriter {
  readonly #text: string;
  readonly #kind: ScriptKind;
  readonly #changes = new Insertions();
  readonly #references: Reference[] = [];

  constructor(text: string, kind: ScriptKind) {
    this.#text = text;
    this.#kind = kind;
  }

  /** @throws SyntaxError where it is no script. */
  rewrite(): string {
    const program = parse(this.#text, {
      ecmaVersion: 'latest',
      sourceType: this.#kind === 'module' ? 'module' : 'script',
      allowReturnOutsideFunction: this.#kind === 'handler',
    });
    // What a script declares at its top is the window's own, so it counts as not declared.
    this.#walk(program, new NameScope(null, this.#kind === 'script' ? 'window' : 'function'));
    for (const {node, scope, isShorthand} of this.#references) {
      if (scope.isDeclared) continue;
      this.#changes.replace(node, isShorthand ? `${NAME}: ${GUEST_LOCATION}` : GUEST_LOCATION);
    }
    return this.#changes.applyTo(this.#text);
  }

  #walk(node: AnyNode, scope: NameScope): void {
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all others are their children
    switch (node.type) {
      case 'Identifier':
        this.#refer(node, scope);
        return;
      case 'MemberExpression':
        this.#walkMember(node, scope);
        return;
      case 'NewExpression':
        this.#walkNew(node, scope);
        return;
      case 'Property':
        if (node.computed) this.#walk(node.key, scope);
        this.#walkValue(node, scope);
        return;
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) this.#walk(node.key, scope);
        if (node.value) this.#walk(node.value, scope);
        return;
      case 'LabeledStatement':
        this.#walk(node.body, scope);
        return;
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'ExportSpecifier':
        return;
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        this.#declare(node.local, scope);
        return;
      case 'VariableDeclaration':
        for (const {id} of node.declarations) {
          this.#declare(id, node.kind === 'var' ? scope.ofVar : scope);
        }
        break;
      case 'VariableDeclarator':
        if (node.init) this.#wrapDestructured(node.id, node.init);
        break;
      case 'AssignmentExpression':
      case 'AssignmentPattern':
        this.#wrapDestructured(node.left, node.right);
        break;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        this.#walkFunction(node, scope);
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#walkClass(node, scope);
        return;
      case 'CatchClause': {
        const inner = new NameScope(scope, 'block');
        if (node.param) this.#declare(node.param, inner);
        this.#walkChildren(node, inner);
        return;
      }
      case 'StaticBlock':
        this.#walkChildren(node, new NameScope(scope, 'function'));
        return;
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        this.#walkChildren(node, new NameScope(scope, 'block'));
        return;
    }
    this.#walkChildren(node, scope);
  }

  #walkChildren(node: AnyNode, scope: NameScope): void {
    for (const value of Object.values(node) as unknown[]) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(child)) this.#walk(child, scope);
      }
    }
  }

  #walkFunction(node: Extract<AnyNode, {params: unknown}>, scope: NameScope): void {
    const inner = new NameScope(scope, 'function');
    if (node.id) this.#declare(node.id, node.type === 'FunctionDeclaration' ? scope : inner);
    for (const parameter of node.params) this.#declare(parameter, inner);
    for (const child of [...node.params, node.body]) this.#walk(child, inner);
  }

  #walkClass(node: Extract<AnyNode, {superClass?: unknown}>, scope: NameScope): void {
    const inner = node.type === 'ClassDeclaration' ? scope : new NameScope(scope, 'block');
    if (node.id) this.#declare(node.id, inner);
    this.#walkChildren(node, inner);
  }

  #walkMember(node: Extract<AnyNode, {type: 'MemberExpression'}>, scope: NameScope): void {
    const {object, property, computed, optional} = node;
    this.#walk(object, scope);
    if (computed) this.#walk(property, scope);
    const isWanted = computed
      ? property.type === 'Literal' && property.value === NAME
      : property.type === 'Identifier' && property.name === NAME;
    if (!isWanted || object.type === 'Super') return;
    this.#ask(object);
    // `a?.b.location` ends at `a` where there is none.
    if (optional || !isOptional(object)) return;
    const at = this.#text.indexOf(computed ? '[' : '.', object.end);
    this.#changes.insert(at, computed ? '?.' : '?');
  }

  /** Has the guest asked whether a value is a window. */
  #ask(value: Node): void {
    // In `return[0].location` nothing stands between.
    const space = /[\w$]/.test(this.#text[value.start - 1] ?? '') ? ' ' : '';
    const isSequence = value.type === 'SequenceExpression';
    const opening = `${space}${GUEST_OF}${isSequence ? '((' : '('}`;
    this.#changes.enclose(value, opening, isSequence ? '))' : ')');
  }

  /** `new a.location.B()` must not become a call of what encloses `a`. */
  #walkNew(node: Extract<AnyNode, {type: 'NewExpression'}>, scope: NameScope): void {
    const {size} = this.#changes;
    this.#walk(node.callee, scope);
    if (this.#changes.size > size) this.#changes.enclose(node.callee, '(', ')');
    for (const argument of node.arguments) this.#walk(argument, scope);
  }

  #walkValue(node: Extract<AnyNode, {type: 'Property'}>, scope: NameScope): void {
    const value = node.value as AnyNode;
    const {length} = this.#references;
    this.#walk(value, scope);
    const first = this.#references[length];
    if (node.shorthand && first) this.#references[length] = {...first, isShorthand: true};
  }

  /** `const {location} = window` */
  #wrapDestructured(pattern: AnyNode, value: AnyNode): void {
    if (pattern.type !== 'ObjectPattern') return;
    const isWanted = pattern.properties.some(
      property =>
        property.type === 'Property' &&
        !property.computed &&
        property.key.type === 'Identifier' &&
        property.key.name === NAME,
    );
    if (isWanted) this.#ask(value);
  }

  #refer(node: Extract<AnyNode, {type: 'Identifier'}>, scope: NameScope): void {
    if (node.name === NAME) this.#references.push({node, scope, isShorthand: false});
  }

  /** Notes the name where a pattern declares it. */
  #declare(pattern: AnyNode, scope: NameScope): void {
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all others declare nothing
    switch (pattern.type) {
      case 'Identifier':
        if (pattern.name === NAME) scope.declare();
        break;
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          this.#declare(property.type === 'Property' ? property.value : property, scope);
        }
        break;
      case 'ArrayPattern':
        for (const element of pattern.elements) if (element) this.#declare(element, scope);
        break;
      case 'AssignmentPattern':
        this.#declare(pattern.left, scope);
        break;
      case 'RestElement':
        this.#declare(pattern.argument, scope);
        break;
    }
  }
}

/** Whether a chain of properties may end early. */
function isOptional(node: AnyNode): boolean {
  if (node.type === 'MemberExpression') return node.optional || isOptional(node.object);
  if (node.type === 'CallExpression') return node.optional || isOptional(node.callee);
  return false;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
