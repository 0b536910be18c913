import {codeOnly} from './python-tokens.js';
import {closingBracket} from './python.js';

/** A view found in a `views.py`, with the URL it gets where the author gave none. */
export interface View {
  /** Name of its URL pattern, e.g. `question-list`. */
  readonly urlName: string;
  /** Route below the app's prefix, e.g. `vote/<question_id>/`. */
  readonly route: string;
  /** How a URLconf refers to it, e.g. `views.vote`. */
  readonly reference: string;
}

interface Definition {
  readonly name: string;
  readonly reference: string;
  /** Arguments that the URL has to supply, as a route's parts, e.g. `<int:pk>`. */
  readonly parts: readonly string[];
}

/**
 * The views at the top level of a module: functions whose first parameter is `request`, and
 * classes named, or derived from a class named, `…View`. One of them is at the app's root: the one
 * named `index` or `home`, else the first that needs nothing from its URL.
 */
export function findViews(source: string): View[] {
  const code = codeOnly(source);
  const found = [...functionViews(code), ...classViews(code)]
    .toSorted((one, other) => one.index - other.index)
    .map(({definition}) => definition);
  const root =
    found.find(({name}) => /^(index|home)$/.test(name)) ??
    found.find(({parts}) => parts.length === 0);
  return found.map(definition => {
    const {name, reference, parts} = definition;
    const steps = definition === root ? parts : [name, ...parts];
    return {urlName: name, reference, route: steps.map(step => `${step}/`).join('')};
  });
}

interface Found {
  readonly index: number;
  readonly definition: Definition;
}

function functionViews(code: string): Found[] {
  return [...code.matchAll(/^(?:async[ \t]+)?def[ \t]+([^\W_]\w*)[ \t]*\(/gm)].flatMap(match => {
    const parameters = parametersAt(code, match.index + match[0].length - 1);
    if (!/^request\b/.test(parameters[0] ?? '')) return [];
    const name = match[1] ?? '';
    const parts = routeParts(parameters.slice(1));
    return {index: match.index, definition: {name, reference: `views.${name}`, parts}};
  });
}

function classViews(code: string): Found[] {
  return [...code.matchAll(/^class[ \t]+([^\W_]\w*)[ \t]*\(/gm)].flatMap(match => {
    const name = match[1] ?? '';
    const bases = parametersAt(code, match.index + match[0].length - 1);
    const isView = [name, ...bases].some(base => /View(\[.*\])?$/.test(base));
    if (!isView || name.endsWith('Mixin')) return [];
    const body = /[^]*?(?=\n[^\s#)\]}]|$(?![^]))/.exec(code.slice(match.index))?.[0] ?? '';
    return {
      index: match.index,
      definition: {
        name: kebabCase(name.replace(/(.)View$/, '$1')),
        reference: `views.${name}.as_view()`,
        parts: methodParts(body) ?? genericParts(bases),
      },
    };
  });
}

/** What the class's own `get` or `post` takes behind `self` and `request`. */
function methodParts(body: string): string[] | undefined {
  const method = /^[ \t]+(?:async[ \t]+)?def[ \t]+(?:get|post)[ \t]*\(/m.exec(body);
  if (method === null) return undefined;
  return routeParts(parametersAt(body, method.index + method[0].length - 1).slice(2));
}

/** Generic views of one object find it by its primary key. */
function genericParts(bases: readonly string[]): string[] {
  return bases.some(base => /(Detail|Update|Delete)View(\[.*\])?$/.test(base)) ? ['<int:pk>'] : [];
}

/** The parameters in the brackets that open at an index, without what holds no code. */
function parametersAt(code: string, open: number): string[] {
  const inside = code.slice(open + 1, closingBracket(code, open));
  const parameters: string[] = [];
  let start = 0;
  for (let index = 0; index <= inside.length; index += 1) {
    if ('([{'.includes(inside.charAt(index)) && index < inside.length) {
      index = closingBracket(inside, index);
    } else if (index === inside.length || inside[index] === ',') {
      parameters.push(inside.slice(start, index).trim());
      start = index + 1;
    }
  }
  return parameters.filter(parameter => parameter !== '');
}

/** A parameter with a default needs nothing from the URL, nor do `*args` and `**kwargs`. */
function routeParts(parameters: readonly string[]): string[] {
  return parameters
    .filter(parameter => /^\w/.test(parameter) && !parameter.includes('='))
    .map(parameter => {
      const [name = '', annotation = ''] = parameter.split(':').map(part => part.trim());
      if (annotation === 'int') return `<int:${name}>`;
      return /\bUUID$/.test(annotation) ? `<uuid:${name}>` : `<${name}>`;
    });
}

function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
