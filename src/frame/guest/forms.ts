import {afterHandlers} from './after-handlers.js';
import {type Enctype, formBody, formatQuery} from './form-body.js';
import {say} from './host.js';
import {FormData, composedPath, getAttribute, hasAttribute, isConnected} from './natives.js';
import type {Cause} from './moves.js';
import {leave, plan, request} from './navigate.js';
import {currentUrl, isOnSite, resolve} from './place.js';
import {runScriptUrl} from './script-url.js';
import type {Target} from './windows/known.js';
import {targetOf} from './windows/target.js';

/** Whose doing it is that a form is sent, and which window that is for. */
interface FormPlan {
  readonly target: Target | undefined;
  readonly cause: Cause;
}

/** Firefox alone sends a form when a script dispatches a `submit` event of its own. */
const OBEYS_SCRIPTS = CSS.supports('-moz-appearance', 'none');

/** A form is about to be sent. */
export function onSubmit(event: Event): void {
  const form = composedPath(event)[0];
  if (!(form instanceof HTMLFormElement) || !(event.isTrusted || OBEYS_SCRIPTS)) return;
  const {submitter = null} = event as Partial<SubmitEvent>;
  const isUsers = event.isTrusted && (navigator.userActivation?.isActive ?? true);
  afterHandlers(event, () => submit(form, submitter, isUsers));
}

/** Makes `form.submit()` of a script come here: it tells no handler. */
export function watchScriptSubmits(): void {
  const native = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function (): void {
    if (!submit(this, null, false)) native.call(this);
  };
}

/**
 * Sends a form as HTML's "form submission algorithm" does.
 *
 * @param submitter The button that was pressed; its attributes win over the form's.
 * @param isUsers Whether it was the reader.
 * @returns Whether that was the guest's affair. If not, the browser does what it does.
 */
function submit(form: HTMLFormElement, submitter: HTMLElement | null, isUsers: boolean): boolean {
  if (!isConnected(form)) return true;
  const method = keyword(form, submitter, 'method', ['get', 'post', 'dialog']);
  if (method === 'dialog') return false;
  const action = setting(form, submitter, 'action') || currentUrl();
  const url = resolve(action);
  const enctype = keyword(form, submitter, 'enctype', [
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain',
  ]);

  const entries = entryList(form, submitter);
  // Listeners to `formdata` may have taken the form away.
  if (url === null || entries === null || !isConnected(form)) return true;
  if (url.protocol === 'javascript:') {
    runScriptUrl(url);
    return true;
  }
  warnOfCharset(form);
  const rel = (getAttribute(form, 'rel') ?? '').toLowerCase().split(/\s+/);
  const target = targetOf(setting(form, submitter, 'target') || null, rel);
  const cause = {element: submitter ?? form, isUsers};
  if (method === 'get') get(url, entries, {target, cause});
  else if (isOnSite(url)) post(url, entries, enctype, {target, cause});
  else refuse(url);
  return true;
}

/** The entries replace the query of the action. */
function get(url: URL, entries: FormData, planning: FormPlan): void {
  url.search = '';
  const {hash} = url;
  url.hash = '';
  // Even without any entry there is a question mark, which `search` would leave out.
  const asked = resolve(`${url.href}?${formatQuery(entries)}${hash}`);
  if (asked === null) return;
  if (isOnSite(asked)) plan(request(asked.href), planning);
  else leave(asked, planning.cause);
}

function post({href}: URL, formData: FormData, enctype: Enctype, {target, cause}: FormPlan): void {
  plan(
    {...request(href), method: 'POST'},
    {
      target,
      cause: {...cause, formData},
      async fill() {
        const {contentType, body} = await formBody(formData, enctype);
        return {headers: [['Content-Type', contentType]], body};
      },
    },
  );
}

function refuse(url: URL): void {
  const message = `The form was not sent: a playground posts to its own site only, not to ${url.origin}.`;
  say({kind: 'refused', message});
}

/** `null` while the list is already being made, as when a listener to `formdata` submits again. */
function entryList(form: HTMLFormElement, submitter: HTMLElement | null): FormData | null {
  try {
    return new FormData(form, submitter);
  } catch {
    return null;
  }
}

/** An attribute of the button, by its name there, or of the form. */
function setting(form: HTMLFormElement, submitter: HTMLElement | null, name: string): string {
  if (submitter && hasAttribute(submitter, `form${name}`)) {
    return getAttribute(submitter, `form${name}`) ?? '';
  }
  return getAttribute(form, name) ?? '';
}

/** An attribute that knows some words only; anything else means the first of them. */
function keyword<Word extends string>(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const value = setting(form, submitter, name).toLowerCase();
  return words.find(word => word === value) ?? words[0];
}

function warnOfCharset(form: HTMLFormElement): void {
  const charsets = getAttribute(form, 'accept-charset')?.trim() ?? '';
  if (charsets === '' || /\butf-?8\b/i.test(charsets)) return;
  console.warn(`accept-charset="${charsets}" is not possible in a playground: it sends UTF-8.`);
}
