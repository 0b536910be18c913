import {REFRESH} from '../../protocol/frame.js';
import {say} from './host.js';
import {getAttribute, setTimeout} from './natives.js';
import {plan, request} from './navigate.js';
import {currentUrl, isOnSite, resolve} from './place.js';

const REFRESH_CONTENT = /^\s*(\d+)[\d.]*\s*(?:[;,\s]\s*(?:url\s*=\s*)?(?:(["'])(.*?)\2|(.*)))?$/is;

/** Reports the document's title from now on, and acts on what its head asks for. */
export function readHead(): void {
  reportTitle();
  new MutationObserver(reportTitle).observe(document.head, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  const refresh = document.querySelector(`meta[http-equiv="${REFRESH}"]`);
  if (refresh) scheduleRefresh(getAttribute(refresh, 'content') ?? '');
}

function reportTitle(): void {
  say({kind: 'title', title: document.title});
}

/** @param content e.g. `5; url=/polls/`. */
function scheduleRefresh(content: string): void {
  const [, seconds, , quoted, plain] = REFRESH_CONTENT.exec(content) ?? [];
  if (seconds === undefined) return;
  const url = resolve((quoted ?? plain?.trim()) || currentUrl());
  if (url === null || !isOnSite(url)) return;
  setTimeout(() => plan({...request(url.href), replace: true}), Number(seconds) * 1000);
}
