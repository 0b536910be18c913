import {GUEST_LOCATION} from '../../../protocol/frame-state.js';
import {
  Reflect,
  addEventListener,
  composedPath,
  defineProperty,
  getAttribute,
  getOwnPropertyDescriptor,
} from '../natives.js';

/** What is passed over, and the name where it is the window's or the document's. */
const TOKENS =
  /("|'|`)(?:\\.|(?!\1)[^\\])*\1|\/\/.*|\/\*[^]*?\*\/|(?<![\w$.])((?:(?:window|self|top|globalThis|document)\s*\.\s*)?location)(?![\w$]|\s*:)/g;

/** A name of the script's own. */
const OWN =
  /\b(?:var|let|const|function|class)\s+location\b|location\s*=>|[(,]\s*location\s*(?:,[^()]*)?\)\s*(?:=>|\{)|(?<!\$)\{\s*location\s*[,}]/;

/** Events whose handlers are written as attributes most. */
const TYPES = ['click', 'dblclick', 'change', 'input', 'submit', 'keydown', 'keyup'];

/**
 * Leads what scripts that nobody has parsed mean by `location` to the guest, as far as that can be
 * told without a parser: inline scripts that others put into the document, functions made of text,
 * and handlers in markup that came later.
 */
export function watchLateScripts(): void {
  for (const [owner, name] of [
    [HTMLScriptElement.prototype, 'text'],
    [Node.prototype, 'textContent'],
    [Element.prototype, 'innerHTML'],
    [HTMLElement.prototype, 'innerText'],
  ] as const) {
    watchText(owner, name);
  }
  watchConstructor(Function);
  watchConstructor(Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor);
}

/** Comes before what the reader's deeds set off. */
export function listenForHandlers(): void {
  for (const type of TYPES) addEventListener(window, type, onEvent, {capture: true});
}

/** Scripts get their texts by properties that all elements have, so theirs are set on their own. */
function watchText(owner: object, name: string): void {
  const native = getOwnPropertyDescriptor(owner, name);
  defineProperty(HTMLScriptElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: HTMLScriptElement): unknown {
      return native?.get?.call(this);
    },
    set(this: HTMLScriptElement, text: unknown): void {
      native?.set?.call(this, rewriteRoughly(String(text)));
    },
  });
}

function watchConstructor(native: FunctionConstructor): void {
  const watched = new Proxy(native, {
    apply: (target, self, args) => Reflect.apply(target, self, rewriteLast(args)) as unknown,
    construct: (target, args, made) => Reflect.construct(target, rewriteLast(args), made) as object,
  });
  defineProperty(native.prototype, 'constructor', {value: watched});
  if (window.Function === native) window.Function = watched;
}

/** Parameters come before the text. */
function rewriteLast(args: readonly unknown[]): unknown[] {
  return args.map((arg, i) => (i < args.length - 1 ? arg : rewriteRoughly(String(arg))));
}

/** The browser makes a function of a handler's text when it is first needed. */
function onEvent(event: Event): void {
  const name = `on${event.type}`;
  for (const target of composedPath(event)) {
    if (!(target instanceof Element)) continue;
    const text = getAttribute(target, name) ?? '';
    const rewritten = rewriteRoughly(text);
    if (rewritten !== text) target.setAttribute(name, rewritten);
  }
}

/** The text as it was, where it has the name for something of its own. */
function rewriteRoughly(text: string): string {
  if (!text.includes('location') || OWN.test(text)) return text;
  return text.replace(TOKENS, (token, _quote, name?: string) => (name ? GUEST_LOCATION : token));
}
