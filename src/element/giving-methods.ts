import type {DownloadOptions, GivingController, Reset} from './giving-controller.js';
import {SiteAttributes} from './site-attributes.js';

/** How a playground is given away, taken back and enlarged. */
export abstract class GivingMethods extends SiteAttributes {
  /** @internal */
  protected abstract readonly giving: GivingController;

  /**
   * Take back what the reader did: by default everything, also what is kept of earlier visits.
   *
   * @param what `files`, all of them or the one at a path; `data`, which is database, uploads,
   *   cookies and history. A site that was started starts again without its data.
   * @throws PlaygroundError `runtime-unavailable`, or what starting the site again fails with.
   */
  async reset(what: Reset = {files: true, data: true}): Promise<void> {
    await this.giving.reset(what);
  }

  /**
   * The project as a zip that runs under an ordinary Python, with a `README.md` that says how: the
   * files as they are now, what was supplied to them, migrations, and a `requirements.txt`.
   *
   * @param options.data whether database and uploads come along, as they are now; by default they
   *   do. There are none before the site has run.
   * @throws PlaygroundError with any of the codes for the author's markup, `runtime-unavailable`.
   */
  async toZip(options: DownloadOptions = {}): Promise<Blob> {
    const {bytes} = await this.giving.toArchive(options);
    return new Blob([bytes], {type: 'application/zip'});
  }

  /** Let the browser save what {@link toZip} makes, named after the playground or the page. */
  async download(options: DownloadOptions = {}): Promise<void> {
    await this.giving.download(options);
  }

  /**
   * The address of this page with all files in it, as they are now; not the database. Who opens it
   * sees them, and nothing runs before they press a button that says so.
   *
   * @throws PlaygroundError with any of the codes for the author's markup, `runtime-unavailable`.
   */
  async toLink(): Promise<string> {
    return this.giving.toLink();
  }

  /** Let it fill the window; Escape or the browser's Back ends it, and so does `large = false`. */
  async enlarge(): Promise<void> {
    this.large = true;
    await this.updateComplete;
  }
}
