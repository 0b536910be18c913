/**
 * Forms, and what a person or a script does with them. What a site is sent must be what the same
 * browser sends to a real server. Plain data: other tests put Django behind it.
 */
import {ENCODINGS} from './form-cases/encodings.js';
import {FIELDS} from './form-cases/fields.js';
import type {Action, FormCase} from './form-cases/form-case.js';
import {SCRIPTS} from './form-cases/scripts.js';
import {SILENT} from './form-cases/silent.js';
import {SUBMITTERS} from './form-cases/submitters.js';

export type {Action, ChosenFile, FormCase} from './form-cases/form-case.js';

export const FORM_CASES: readonly FormCase[] = [
  ...FIELDS,
  ...ENCODINGS,
  ...SUBMITTERS,
  ...SCRIPTS,
  ...SILENT,
];

/** Where a page lies whose case has this key. */
export function casePath(key: string): string {
  return `/echo/${key}/form/`;
}

/**
 * The page of a case, which says `ready` to the page around it, and does what the case says when it is
 * told `go`. Where nothing is to be sent, it goes on to `../nothing/` afterwards, so that there is something to
 * wait for; where something may be sent, only once that has had the time to come to a new page.
 */
export function casePage({html, actions, sendsNothing = false}: FormCase): string {
  const code = `
    const actions = ${JSON.stringify(actions).replaceAll('<', '\\u003c')};
    ${find.toString()}
    ${perform.toString()}
    ${goOn.toString()}
    function act() {
      for (const action of actions) perform(action);
      if (${Boolean(sendsNothing)}) setTimeout(goOn, ${sendsNothing === 'engine' ? 2000 : 100});
    }
    addEventListener('message', ({data}) => {
      // In a frame that has just been shown Firefox clicks on nothing before it has painted it.
      if (data === 'go') requestAnimationFrame(act);
    });
    addEventListener('load', () => parent.postMessage('ready', '*'));`;
  return `<!DOCTYPE html><meta charset="utf-8"><title>Form</title><body>${html}<script>${code}</script></body>`;
}

// What follows runs in the page itself, so it refers to nothing else.

function find(selector: string): HTMLInputElement {
  return document.querySelector(selector) as HTMLInputElement;
}

function goOn(): void {
  const link = document.createElement('a');
  link.href = '../nothing/';
  document.body.append(link);
  link.click();
}

function perform(action: Action): void {
  if (action.do === 'run') {
    const script = document.createElement('script');
    script.textContent = `{${action.code}}`;
    document.body.append(script);
    return;
  }
  const element = find(action.on);
  const form = element as unknown as HTMLFormElement;
  if (action.do === 'click') element.click();
  if (action.do === 'fill') element.value = action.value;
  if (action.do === 'submit') form.submit();
  if (action.do === 'requestSubmit') {
    form.requestSubmit(action.submitter === undefined ? null : find(action.submitter));
  }
  if (action.do === 'clickAt') {
    const {left, top} = element.getBoundingClientRect();
    const at = {clientX: left + action.x, clientY: top + action.y};
    element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, ...at}));
  }
  if (action.do === 'choose') {
    const chosen = new DataTransfer();
    for (const {name, type, content} of action.files) {
      chosen.items.add(new File([content], name, {type, lastModified: 0}));
    }
    element.files = chosen.files;
  }
}
