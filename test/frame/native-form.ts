/** Forms in an ordinary frame of this page, as browsers send them by themselves. */
import {casePage, casePath, type FormCase} from './form-cases.js';

/** What came to the runner's own server. */
export interface Recorded {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType: string;
  /** In base64. */
  readonly body: string;
}

/**
 * Sends the form of a case.
 *
 * @param key Names this one submission.
 */
export async function submitNatively(key: string, formCase: FormCase): Promise<Recorded> {
  const path = casePath(key);
  await fetch(path, {method: 'PUT', body: casePage(formCase)});
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 400px; height: 300px; border: 0';
  frame.src = path;
  const ready = isReady();
  document.body.append(frame);
  await ready;
  frame.contentWindow?.postMessage('go');
  const response = await fetch(`/echo/${key}/recorded`);
  frame.remove();
  return response.json();
}

/** The page of a case, in whichever frame, has loaded. */
export function isReady(): Promise<void> {
  return new Promise(resolve => {
    window.addEventListener('message', function listen({data}) {
      if (data !== 'ready') return;
      window.removeEventListener('message', listen);
      resolve();
    });
  });
}
