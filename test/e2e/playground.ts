import type {ProjectFile} from '../../src/protocol/project.js';
import type {DjangoPlayground} from '../../src/index.js';
import type {Scope} from './drivers/driver.js';
import {until} from './until.js';
import {View} from './view.js';

/** Milliseconds that a first start may take on a slow machine. */
const START_PATIENCE = 240_000;

type Recorded = DjangoPlayground & {shownPages?: string[]};

/** Runs in the page. The address changes before its page can be seen; the event comes after. */
function recordPages(selector: string): void {
  const playground = document.querySelector<Recorded>(selector)!;
  const pages: string[] = [];
  playground.shownPages = pages;
  playground.addEventListener('django-playground-response', ({path}) => pages.push(path));
}

/** Runs in the page. What hands drag comes to life after the first paint. */
async function seesAll(selector: string): Promise<void> {
  await customElements.whenDefined('django-playground');
  await document.querySelector<DjangoPlayground>(selector)!.updateComplete;
}

/** A `<django-playground>` on a page, used as a person does. */
export class Playground {
  readonly #page: Scope;
  readonly #selector: string;
  /** The element's own face: toolbar, tabs, editor, address line, console. */
  readonly face: View;
  /** The site it shows. */
  readonly output: View;

  private constructor(page: Scope, selector: string) {
    this.#page = page;
    this.#selector = selector;
    this.face = new View('the playground', () => Promise.resolve(page), selector);
    this.output = new View('the output', async () => (await this.#frame()).enter());
  }

  /**
   * @param page the page, or a frame of it.
   * @param selector which one, where a page has several.
   */
  static async on(page: Scope, selector = 'django-playground'): Promise<Playground> {
    await page.evaluate(seesAll, selector);
    await page.evaluate(recordPages, selector);
    return new Playground(page, selector);
  }

  /**
   * What one of several visitors sees.
   *
   * @param number their place, from 1.
   */
  visitor(number: number): View {
    const css = `.visitor:nth-child(${number}) iframe`;
    return new View(`visitor ${number}`, async () => (await this.face.find({css})).enter());
  }

  async #frame(): ReturnType<View['find']> {
    const frame = await this.face.look({css: 'iframe'});
    if (!frame) throw new Error('There is no output frame');
    return frame;
  }

  /** Presses Run and waits until the site serves. */
  async run(): Promise<void> {
    await this.face.click({role: 'button', name: 'Run'});
    await this.serves();
  }

  /** Waits until the site serves and nothing is under way. */
  async serves(): Promise<void> {
    await until('the site serves', async () => (await this.state()) === 'ready', {
      patience: START_PATIENCE,
      instead: async () => `The playground shows:\n${await this.face.text()}`,
    });
  }

  state(): Promise<DjangoPlayground['state']> {
    return this.#page.evaluate(
      selector => document.querySelector<DjangoPlayground>(selector)!.state,
      this.#selector,
    );
  }

  /** Types a path into the address line and waits for a page. */
  async goTo(path: string): Promise<void> {
    const {length} = await this.#pages();
    await this.face.type({role: 'textbox', name: 'Address'}, `${path}\n`);
    await until(`a page comes of ${path}`, async () => (await this.#pages()).length > length);
  }

  /** Waits until a page of that address is shown. */
  async isAt(path: string | RegExp): Promise<void> {
    let shown: string | undefined;
    const matches = (): boolean =>
      typeof path === 'string' ? shown === path : path.test(shown ?? '');
    await until(
      `the page of ${String(path)} is shown`,
      async () => {
        shown = (await this.#pages()).at(-1);
        return matches();
      },
      {instead: () => `It is that of ${String(shown)}.`},
    );
  }

  /** Waits until the address line has an address. */
  async hasAddress(path: string): Promise<void> {
    let shown: string | undefined;
    await until(
      `the address is ${path}`,
      async () => {
        shown = await this.#page.evaluate(
          selector =>
            document
              .querySelector(selector)!
              .shadowRoot!.querySelector<HTMLInputElement>('.address input')?.value,
          this.#selector,
        );
        return shown === path;
      },
      {instead: () => `It is ${shown}.`},
    );
  }

  /** Addresses of the pages that were shown, the latest last. */
  #pages(): Promise<readonly string[]> {
    return this.#page.evaluate(
      selector => document.querySelector<Recorded>(selector)?.shownPages ?? [],
      this.#selector,
    );
  }

  /**
   * Changes a file: chooses it from tabs or tree, clicks into its text, and edits that.
   *
   * @param change makes the new text of the old one.
   */
  async edit(path: string, change: (text: string) => string): Promise<void> {
    await this.face.click({css: `:is([role=tab], [role=treeitem])[title="${path}"]`});
    const textbox = {role: 'textbox', name: path} as const;
    const text = {css: `[part=text][aria-label="${path}"]`};
    const isShown = async (): Promise<boolean> =>
      (await this.face.look(textbox)) !== null || (await this.face.look(text)) !== null;
    await until(`${path} is shown`, isShown);
    if (!(await this.face.look(textbox))) await this.face.click(text);
    const before = await this.file(path);
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${path} changes nothing`);
    await (await this.face.find(textbox)).paste(after);
    await until(`the edit of ${path} is taken`, async () => (await this.file(path)) === after);
  }

  /** A file's text as it is now. */
  file(path: string): Promise<string> {
    return this.#page.evaluate(
      (selector, wanted) => {
        const {files} = document.querySelector<DjangoPlayground>(selector)!;
        return String(files.find(file => file.path === wanted)?.content);
      },
      this.#selector,
      path,
    );
  }

  /** Gives it other files, as the page's own script may. */
  async setFiles(files: readonly ProjectFile[]): Promise<void> {
    const texts = files.map(({path, content}) => ({path, content: String(content)}));
    await this.#page.evaluate(
      (selector, list) => {
        document.querySelector<DjangoPlayground>(selector)!.files = list;
      },
      this.#selector,
      texts,
    );
  }

  /** Asks the site as the page's own script may, without showing the answer. */
  request(path: string): Promise<{status: number; text: string}> {
    return this.#page.evaluate(
      async (selector, address) => {
        const playground = document.querySelector<DjangoPlayground>(selector)!;
        const response = await playground.request(address);
        return {status: response.status, text: await response.text()};
      },
      this.#selector,
      path,
    );
  }

  /** Runs a management command. */
  manage(args: readonly string[]): Promise<{exitCode: number; output: string}> {
    return this.#page.evaluate(
      async (selector, list) => {
        const playground = document.querySelector<DjangoPlayground>(selector)!;
        const {exitCode, output} = await playground.manage(list);
        return {exitCode, output};
      },
      this.#selector,
      args,
    );
  }
}
