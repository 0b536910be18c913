import {formatAddress} from '../browser/index.js';
import type {FrameEvent} from '../frame/index.js';
import type {Navigation} from '../protocol/frame.js';
import type {WindowStrings} from '../windows/index.js';

/** The menu of a link that a reader asks for. */
export type AskedMenu = Extract<FrameEvent, {kind: 'menu'}>;

export interface LinkMenuOptions {
  readonly strings: WindowStrings;
  /** Gives the focus back to the page with the link. */
  readonly focus: () => void;
  readonly open: (navigation: Navigation) => void;
  readonly say: (message: string) => void;
}

/** Show what can be done with a link of the site. */
export async function showLinkMenu(
  {navigation, at, anchor}: AskedMenu,
  {strings, focus, open, say}: LinkMenuOptions,
): Promise<void> {
  // Whoever has not touched the page asks for nothing.
  if (!(navigator.userActivation?.hasBeenActive ?? true)) return;
  const {toggleMenu} = await import('../menu/index.js');
  const address = formatAddress(navigation.url);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // Refused, as in a frame, or there is no clipboard, as on a page without HTTPS.
      say(strings.notCopied(address));
    }
  };
  const items = [
    {label: strings.openWindow, act: () => open(navigation)},
    {label: strings.copyAddress, hint: address, act: () => void copy()},
  ];
  toggleMenu({anchor, at, focus, label: strings.linkMenu, items});
}
