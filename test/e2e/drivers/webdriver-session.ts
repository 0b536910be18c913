/** One session of the W3C WebDriver protocol. */

/** The key under which the protocol hides an element's id. */
const ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf';

/** Milliseconds after which a command counts as lost; longer than any script may take. */
const PATIENCE = 200_000;

export interface ElementReference {
  readonly [ELEMENT_KEY]: string;
}

/** A command that the browser refused, e.g. with the code `stale element reference`. */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/**
 * @param base the driver's address, or that of a session.
 * @param patience Milliseconds.
 */
export async function command<Value>(
  base: string,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  patience = PATIENCE,
): Promise<Value> {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(patience),
    ...(body && {body: JSON.stringify(body), headers: {'Content-Type': 'application/json'}}),
  });
  const {value} = (await response.json()) as {value: Value & Partial<Refusal>};
  if (!response.ok) throw new WebDriverError(value.error ?? 'unknown error', value.message ?? '');
  return value;
}

interface Refusal {
  readonly error: string;
  readonly message: string;
}

export class WebDriverSession {
  readonly #base: string;
  readonly version: string;

  private constructor(base: string, version: string) {
    this.#base = base;
    this.version = version;
  }

  /** @param patience Milliseconds. */
  static async start(
    base: string,
    capabilities: object,
    patience: number,
  ): Promise<WebDriverSession> {
    interface Started {
      readonly sessionId: string;
      readonly capabilities: {readonly browserName: string; readonly browserVersion: string};
    }
    const asked = {capabilities: {alwaysMatch: capabilities}};
    const started = await command<Started>(base, 'POST', '/session', asked, patience);
    const {browserName, browserVersion} = started.capabilities;
    return new WebDriverSession(
      `${base}/session/${started.sessionId}`,
      `${browserName} ${browserVersion}`,
    );
  }

  get<Value>(path: string): Promise<Value> {
    return command(this.#base, 'GET', path);
  }

  post<Value>(path: string, body: object = {}): Promise<Value> {
    return command(this.#base, 'POST', path, body);
  }

  /** A command to an element, e.g. `click`. */
  postTo(element: ElementReference, path: string, body: object = {}): Promise<null> {
    return this.post(`/element/${element[ELEMENT_KEY]}/${path}`, body);
  }

  /** Commands go to the innermost of these frames from now on. */
  async switchTo(frames: readonly ElementReference[]): Promise<void> {
    await this.post('/frame', {id: null});
    for (const frame of frames) await this.post('/frame', {id: frame});
  }

  end(): Promise<null> {
    return command(this.#base, 'DELETE', '');
  }
}
