/** How quickly what is typed is there, with a keyboard's own events. */
import {chromium} from 'playwright';
import {CHROMIUM_FLAGS, type Browser} from '../setup/browsers.js';
import type {Findings} from './findings.js';
import type {Typing} from './page/typing.js';

export const TYPING = 'typing, 1 MB file among 300';
export const TYPING_SMALL = 'typing, small file';

/** What is typed: names that completion knows and does not, brackets, strings, new lines. */
const TEXT = `
total = sum(product.price for product in products)
label = f"{total} in all"
print(label, "and more")
`;

/** Milliseconds from key to key: a quick typist's. */
const PACE = 90;

/** @param url Of the page with `page/typing.ts`. */
export async function noteTyping(url: string, browser: Browser, findings: Findings): Promise<void> {
  await noteKeys(`${url}?small`, TYPING_SMALL, browser, findings);
  await noteKeys(url, TYPING, browser, findings);
}

async function noteKeys(
  url: string,
  name: string,
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
    const latencies = await page.evaluate(
      () => (globalThis as {typing?: Typing}).typing?.latencies ?? [],
    );
    if (latencies.length < TEXT.length * 0.9) throw new Error('Not every key was seen.');
    for (const latency of latencies) findings.note(name, latency);
  } catch (error) {
    findings.noteFault(name, error instanceof Error ? error.message : String(error));
  } finally {
    await browser.close();
  }
}
