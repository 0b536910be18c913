import {NestedFrame, type Output, type OutputFrameOptions} from '../frame/index.js';
import type {NestedContent, NestedMessage} from '../protocol/frame-nested.js';
import type {Navigation} from '../protocol/frame.js';
import {type HttpResponse, SITE_ORIGIN} from '../protocol/http.js';

/** Most frames that the documents of a view may have. */
const MOST_FRAMES = 100;

/** The view in a frame of a document. */
export interface NestedView {
  navigate(navigation: Navigation): Promise<unknown>;
  /** Show what no request was made for. */
  write(response: HttpResponse, url: string): Promise<unknown>;
  dispose(): void;
}

/** Makes the view of a frame that has its place in a document. */
export type MakeNestedView = (makeOutput: (options: OutputFrameOptions) => Output) => NestedView;

/** Frames of the site in a document of it. */
export class NestedViews {
  readonly #frames = new Map<string, {readonly view: NestedView; readonly frame: NestedFrame}>();
  readonly #make: MakeNestedView;

  constructor(make: MakeNestedView) {
    this.#make = make;
  }

  /** Take what a document says of one of its frames. */
  take({frame: id, content}: NestedMessage, port: MessagePort | undefined): void {
    const known = this.#frames.get(id) ?? this.#add(id);
    if (!known) return;
    if (port) known.frame.connect(port);
    if (content) void this.#fill(known.view, content);
  }

  /** Forget all of them: the document is gone. */
  clear(): void {
    for (const {view} of this.#frames.values()) view.dispose();
    this.#frames.clear();
  }

  #add(id: string): {readonly view: NestedView; readonly frame: NestedFrame} | undefined {
    if (this.#frames.size >= MOST_FRAMES) return undefined;
    let frame: NestedFrame | undefined;
    const view = this.#make(options => (frame = new NestedFrame(options)));
    if (!frame) return undefined;
    const added = {view, frame};
    this.#frames.set(id, added);
    return added;
  }

  async #fill(view: NestedView, content: NestedContent): Promise<void> {
    await showOrSay(view, async () => {
      if ('html' in content) await view.write(made(content.html, 'text/html'), content.base);
      else await view.navigate(content.navigation);
    });
  }
}

/** Show something in a frame, or there, why it cannot be shown: the page around it can. */
export async function showOrSay(view: NestedView, show: () => Promise<unknown>): Promise<void> {
  try {
    await show();
  } catch (error) {
    // Another page came meanwhile.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    const message = error instanceof Error ? error.message : String(error);
    await view.write(made(message, 'text/plain'), `${SITE_ORIGIN}/`);
  }
}

/** A response that the site did not give. */
export function made(text: string, type: string): HttpResponse {
  const headers = [['Content-Type', `${type}; charset=utf-8`]] as const;
  return {status: 200, headers, body: new TextEncoder().encode(text), duration: 0};
}
