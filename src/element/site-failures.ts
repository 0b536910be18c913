/** What can become of a page in the output, beside being shown. */

export const LEFT = {
  code: 'not-possible',
  message:
    'A script of this page went to an address that cannot be shown here. Press Reload to come back.',
} as const;

export const BLOCKED = {
  code: 'not-possible',
  message:
    "This page does not allow scripts in the output, so links and forms of the site do not work. Add 'unsafe-inline' to script-src in its Content-Security-Policy.",
} as const;

/** In a frame, in the place of a page that does not let itself be shown there. */
export function refusedFrame(address: string, policy: string): string {
  return `${address} does not let itself be shown in a frame: its response has “${policy}”. Django sends X-Frame-Options with every page; the decorator @xframe_options_sameorigin allows frames on the site itself.`;
}

/** What a page asked for too much of. */
export const CROWDS = {
  requests:
    'This page asks for more at once than can be answered. Some of its requests have failed.',
  sockets: 'This page opens more than 200 WebSockets at once. The others were refused.',
} as const;

/** A page that was kept from going on. */
export const RESTLESS = {
  code: 'not-possible',
  message:
    'This page leads to another one again and again, without end. It was stopped. Press Reload to try again, or write another address.',
} as const;

export const FLOODED = {
  code: 'not-possible',
  message:
    'A script of this page said more to the page around it than can be listened to. It was stopped. Press Reload to try again, or write another address.',
} as const;

/** Windows that pages asked for in vain. */
export const POPUP_BLOCKED =
  'A script of this page wanted to open a window by itself. That takes a click or a key.';

export const TOO_MANY_WINDOWS =
  'No more windows are opened over this one. Close one of those that are open.';
