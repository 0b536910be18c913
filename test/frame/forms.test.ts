import {assert} from 'chai';
import type {Navigation} from '../../src/protocol/frame.js';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {FORM_CASES, type FormCase, casePage, casePath} from './form-cases.js';
import {isReady, submitNatively} from './native-form.js';
import {makeOutput} from './output.js';

/** What a site gets to see of a form. */
interface Submission {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType: string;
  /** Bytes, one character each; the boundary of parts by another name. */
  readonly body: string;
}

describe('a form in the output', () => {
  for (const [i, formCase] of FORM_CASES.entries()) {
    it(`is sent as to a real server: ${formCase.name}`, async () => {
      const key = `${i}-${crypto.randomUUID()}`;
      const recorded = await submitNatively(key, formCase);
      const native = normalise({...recorded, body: atob(recorded.body)});
      const own = await submit(key, formCase);
      assert.deepEqual(own, native);
      const {sendsNothing = false} = formCase;
      if (sendsNothing === 'engine') return;
      assert.equal(native.url === `/echo/${key}/nothing/`, sendsNothing);
    });
  }
});

/** Sends the form from an output frame. */
async function submit(key: string, formCase: FormCase): Promise<Submission> {
  const {next, show, post, remove} = makeOutput();
  const ready = isReady();
  await show(casePage(formCase), {url: SITE_ORIGIN + casePath(key)});
  await ready;
  post('go');
  const {navigation} = await next('navigate');
  remove();
  return normalise(toSubmission(navigation));
}

function toSubmission({method, url, headers, body}: Navigation): Submission {
  const {pathname} = new URL(url);
  const query = /\?[^#]*/.exec(url)?.[0] ?? '';
  const characters = Array.from(body, byte => String.fromCharCode(byte));
  return {
    method,
    url: pathname + query,
    contentType: headers[0]?.[1] ?? '',
    body: characters.join(''),
  };
}

function normalise(submission: Submission): Submission {
  const {contentType, body} = submission;
  const boundary = /boundary=(.*)$/.exec(contentType)?.[1];
  if (boundary === undefined) return submission;
  return {
    ...submission,
    contentType: contentType.replace(boundary, 'boundary'),
    body: body.replaceAll(boundary, 'boundary'),
  };
}
