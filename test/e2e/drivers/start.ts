import type {Browser} from '../../setup/browsers.js';
import {startBidi} from './bidi.js';
import type {Driver} from './driver.js';
import {startPlaywright} from './playwright.js';
import {startWebDriver} from './webdriver.js';

const WAYS = {playwright: startPlaywright, bidi: startBidi, webdriver: startWebDriver};

/** Starts a browser in the way that its kind wants. */
export function startDriver(browser: Browser): Promise<Driver> {
  return WAYS[browser.kind](browser);
}
