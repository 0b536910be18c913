import type {Identifier, Literal, Pattern, Program} from 'acorn';
import {DEFAULT_NAME, MODULE_SCOPE} from '../protocol/rendering.js';

/** What stands in place of a name that comes from another module. */
export interface Tied {
  readonly expression: string;
  /** Whether it is all that the module exports. */
  readonly isNamespace: boolean;
}

/** What a module imports and exports. */
export class ModuleTies {
  /** By the names that the module itself has for them. */
  readonly imported = new Map<string, Tied>();
  /** Other modules, each with what is wanted of it, in the order in which they run. */
  readonly #wanted = new Map<string, Set<string>>();
  /** Expressions by the names under which they are exported. */
  readonly #exported = new Map<string, string>();
  readonly #wholes: string[] = [];

  constructor(program: Program) {
    // What is exported may be imported further below.
    for (const node of program.body) if (node.type === 'ImportDeclaration') this.#readImport(node);
    for (const node of program.body) this.#readExport(node);
  }

  /** A statement that names what it exports. */
  get exports(): string {
    const getters = [...this.#exported].map(
      ([name, expression]) => `${JSON.stringify(name)}: () => ${expression}`,
    );
    return `${MODULE_SCOPE}.export({${getters.join(', ')}});`;
  }

  /** Statements that run what it imports. */
  get imports(): string {
    const modules = [...this.#wanted].map(([specifier, names], index) => {
      const wanted = `${JSON.stringify(specifier)}, ${JSON.stringify([...names])}`;
      return `const ${nameOf(index)} = ${MODULE_SCOPE}.import(${wanted});`;
    });
    const wholes = this.#wholes.map(
      specifier => `${MODULE_SCOPE}.exportAll(${JSON.stringify(specifier)});`,
    );
    return [...modules, ...wholes].join('');
  }

  #readImport({specifiers, source}: Extract<Program['body'][number], {type: 'ImportDeclaration'}>) {
    const module = this.#want(source);
    for (const specifier of specifiers) {
      const {name} = specifier.local;
      if (specifier.type === 'ImportNamespaceSpecifier') {
        this.imported.set(name, {expression: module, isNamespace: true});
      } else {
        const isDefault = specifier.type === 'ImportDefaultSpecifier';
        const wanted = isDefault ? 'default' : textOf(specifier.imported);
        this.imported.set(name, {expression: this.#of(source, wanted), isNamespace: false});
      }
    }
  }

  #readExport(node: Program['body'][number]): void {
    if (node.type === 'ExportDefaultDeclaration') {
      const {declaration} = node;
      const isNamed =
        (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') &&
        declaration.id;
      this.#exported.set('default', isNamed ? isNamed.name : DEFAULT_NAME);
    } else if (node.type === 'ExportAllDeclaration') {
      const module = this.#want(node.source);
      if (node.exported) this.#exported.set(textOf(node.exported), module);
      else this.#wholes.push(String(node.source.value));
    } else if (node.type === 'ExportNamedDeclaration') {
      for (const name of declaredBy(node.declaration)) this.#exported.set(name, name);
      if (node.source) this.#want(node.source);
      for (const {local, exported} of node.specifiers) {
        const name = textOf(local);
        const expression = node.source
          ? this.#of(node.source, name)
          : (this.imported.get(name)?.expression ?? name);
        this.#exported.set(textOf(exported), expression);
      }
    }
  }

  /** @returns what the other module's namespace is called. */
  #want({value}: Literal): string {
    const specifier = String(value);
    if (!this.#wanted.has(specifier)) this.#wanted.set(specifier, new Set());
    return nameOf([...this.#wanted.keys()].indexOf(specifier));
  }

  #of(source: Literal, name: string): string {
    const module = this.#want(source);
    this.#wanted.get(String(source.value))?.add(name);
    return `${module}[${JSON.stringify(name)}]`;
  }
}

function nameOf(index: number): string {
  return `${MODULE_SCOPE}${index}`;
}

function textOf(name: Identifier | Literal): string {
  return name.type === 'Identifier' ? name.name : String(name.value);
}

type Declaration = Extract<
  Program['body'][number],
  {type: 'ExportNamedDeclaration'}
>['declaration'];

function declaredBy(declaration: Declaration): string[] {
  if (!declaration) return [];
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({id}) => namesIn(id));
  }
  return [declaration.id.name];
}

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap(property =>
        namesIn(property.type === 'Property' ? property.value : property),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap(element => (element ? namesIn(element) : []));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    // Not in a declaration.
    case 'MemberExpression':
    default:
      return [];
  }
}
