/** How quickly what is typed is there, with a keyboard's own events. */
import {chromium} from 'playwright';
import {CHROMIUM_FLAGS, type Browser} from '../setup/browsers.js';
import type {Findings} from './findings.js';
import type {Typing} from './page/typing.js';

/** Names of what is measured, by the project that it is measured in. */
interface Names {
  readonly typing: string;
  readonly switching: string;
}

const LARGE: Names = {
  typing: 'typing, 1 MB file among 300',
  switching: 'another file, among 300 with one of 1 MB',
};
const SMALL: Names = {typing: 'typing, small file', switching: 'another file, of two'};

/** What is typed: names that completion knows and does not, brackets, strings, new lines. */
const TEXT = `
total = sum(product.price for product in products)
label = f"{total} in all"
print(label, "and more")
`;

/** Files that are gone to, one after the other. */
const OTHERS = ['shop/part_0.py', 'shop/catalogue.py'];

/** Milliseconds from key to key: a quick typist's. */
const PACE = 90;

/** @param url Of the page with `page/typing.ts`. */
export async function noteTyping(url: string, browser: Browser, findings: Findings): Promise<void> {
  await noteKeys(`${url}?small`, SMALL, browser, findings);
  await noteKeys(url, LARGE, browser, findings);
}

async function noteKeys(
  url: string,
  names: Names,
  {executable}: Browser,
  findings: Findings,
): Promise<void> {
  const browser = await chromium.launch({executablePath: executable, args: [...CHROMIUM_FLAGS]});
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => (globalThis as {typing?: Typing}).typing?.isReady, undefined, {
      timeout: 120_000,
    });
    await page.keyboard.type(TEXT, {delay: PACE});
    for (const path of [...OTHERS, ...OTHERS]) {
      await page.locator(`django-playground-files [draggable][title="${path}"]`).click();
    }
    const {latencies, clicks} = await page.evaluate(() => {
      const {latencies: keys = [], clicks: others = []} =
        (globalThis as {typing?: Typing}).typing ?? {};
      return {latencies: keys, clicks: others};
    });
    if (latencies.length < TEXT.length * 0.9) throw new Error('Not every key was seen.');
    for (const latency of latencies) findings.note(names.typing, latency);
    for (const latency of clicks) findings.note(names.switching, latency);
  } catch (error) {
    findings.noteFault(names.typing, error instanceof Error ? error.message : String(error));
  } finally {
    await browser.close();
  }
}
