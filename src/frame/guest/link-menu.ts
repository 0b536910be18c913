import {afterHandlers} from './after-handlers.js';
import {say} from './host.js';
import {isLink, urlOf} from './links.js';
import {composedPath} from './natives.js';
import {request} from './navigate.js';
import {isOnSite} from './place.js';

/** The right button. */
const RIGHT = 2;

let isOffered = false;

/** From now on somebody shows the menus that this asks for. */
export function offerMenus(): void {
  isOffered = true;
}

/**
 * Has the page around the frame show the menu of a link of the site: what the browser's own opens and
 * copies is an address behind which there is nothing.
 */
export function onContextMenu(event: Event): void {
  const link = composedPath(event).find(isLink);
  const url = link && urlOf(link);
  if (!isOffered || !event.isTrusted || !url || !isOnSite(url)) return;
  afterHandlers(event, () => {
    const {button, shiftKey, clientX, clientY} = event as MouseEvent;
    // The browser's own can be had, and has what is done with a text.
    const selection = getSelection();
    const isSelected = selection?.isCollapsed === false && selection.containsNode(link, true);
    if ((shiftKey && button === RIGHT) || isSelected) return false;
    const {left, bottom} = link.getBoundingClientRect();
    const at = button === RIGHT ? {x: clientX, y: clientY} : {x: left, y: bottom};
    say({kind: 'menu', navigation: request(url.href), at});
    return true;
  });
}
