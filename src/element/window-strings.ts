import type {WindowStrings} from '../windows/index.js';

/** The texts of windows and visitors, in English. */
export const WINDOW_ENGLISH: WindowStrings = {
  untitled: 'New window',
  close: title => `Close “${title}”`,
  front: title => `Bring “${title}” to the front`,
  linkMenu: 'Link',
  openWindow: 'Open in a new window',
  copyAddress: 'Copy address',
  notCopied: address => `The browser does not let the address be copied. It is ${address}`,
  visitor: number => `Visitor ${number}`,
  sees: visitor => `What ${visitor} sees`,
  back: 'Back',
  forward: 'Forward',
  reload: 'Reload',
  address: visitor => `Address of ${visitor}`,
};
