import type {StorageArea, Visitor} from '../browser/index.js';
import type {Navigation} from '../protocol/frame.js';
import type {OwnWindow, WantedWindow, WindowAction, WindowId} from '../protocol/frame-window.js';
import type {HttpRequest, HttpResponse, HttpStream} from '../protocol/http.js';
import type {Socket, SocketRequest} from '../protocol/socket.js';
import type {AskedMenu} from './link-menu.js';
import type {ReaderPaths} from './reader-paths.js';
import type {SiteAssets} from './site-assets.js';
import type {SiteEvents} from './site-events.js';

/** The site that a view shows. Who asks it is `''` where there is only one visitor. */
export interface ViewedSite {
  readonly assets: SiteAssets;
  readonly events: SiteEvents;
  readonly paths: ReaderPaths;
  /** Called when scripts have kept something in their storages. */
  onStored: (() => void) | undefined;
  /** Ask Django. */
  send(request: HttpRequest, visitor: string): Promise<HttpResponse>;
  /** Ask Django for a script. */
  open(request: HttpRequest, visitor: string, signal?: AbortSignal): Promise<HttpStream>;
  /** Open a WebSocket for a script. */
  connect(request: SocketRequest, visitor: string): Promise<Socket>;
}

/** Whose view it is, and what is around it. */
export interface ViewOptions {
  readonly visitor: Visitor;
  /** `sessionStorage` of the page that it is in a frame of. */
  readonly session?: StorageArea | undefined;
  /** The window that it is in, where that is not the first. */
  readonly window?: OwnWindow | undefined;
  /** Called when something else is shown, or it is at another place. */
  readonly onChange: () => void;
  /** The reader wants to leave it with the keyboard. */
  readonly onEscape: () => void;
  /** A page wants another one to be shown in a window. */
  readonly onOpen: (window: WantedWindow, navigation: Navigation | null) => void;
  /** The reader asks for the menu of a link. */
  readonly onMenu: (asked: AskedMenu) => void;
  /** A page does something to another window. */
  readonly onTell: (window: WindowId, action: WindowAction) => void;
}

/** The same for a frame in a page of it: its window is of no account to others. */
export function nestedOptions(options: ViewOptions): ViewOptions {
  return {...options, window: undefined, onChange: () => {}, onTell: () => {}};
}
