import type {PropertyDeclarations} from 'lit';
import {Appearance} from './appearance.js';
import type {Trigger} from './trigger-controller.js';

/** What a playground runs and when, as the author says it. */
export class SiteAttributes extends Appearance {
  static override properties: PropertyDeclarations = {
    src: {reflect: true},
    django: {reflect: true},
    superuser: {reflect: true},
    requirements: {reflect: true},
    visitors: {reflect: true},
    bare: {type: Boolean, reflect: true},
    persist: {type: Boolean, reflect: true},
    runOn: {attribute: 'run', reflect: true},
    live: {type: Boolean, reflect: true},
    large: {type: Boolean, reflect: true},
  };

  /**
   * Where the files come from that are not in the tag: a zip, a list of paths, or JSON such as
   * `{"polls/views.py": "…"}`. Files in the tag win over these.
   */
  declare src: string | null;
  /** Django's series, e.g. `5.2`. The newest long-term one when left out. */
  declare django: string | null;
  /** `name:password` of a superuser to make. */
  declare superuser: string | null;
  /**
   * Packages that the project needs beside Django: addresses of wheels, and names where the page
   * has configured a package index, with spaces or commas between them. They are added to the
   * project's `requirements.txt`.
   */
  declare requirements: string | null;
  /**
   * Visitors who see the site beside each other, each with cookies of their own: how many, `2` to
   * `4`, or their names, with a path behind those who begin elsewhere, e.g. `Ann, Ben /admin/`. What
   * it is when the site first runs counts.
   */
  declare visitors: string | null;
  /** Start without tables: nothing is migrated before the first request. */
  declare bare: boolean;
  /**
   * Keep what the reader does, in the reader's browser, until the next visit: edits, whatever Django
   * writes, cookies, what scripts keep in storages, and the address that is shown. It belongs to the
   * page's address and to the element's `id` there, or else its place among the page's playgrounds. A
   * reader whose version is of files that the author has changed since is told, and can choose. Where
   * a page is open in two tabs, what was done last is kept.
   */
  declare persist: boolean;
  /**
   * When the site starts by itself: on a `click` (the default), once it is `visible`, or as soon as
   * the page has loaded (`load`).
   */
  declare runOn: Trigger;
  /**
   * Run again by itself, once the reader has run it and then pauses after a change: not while there
   * is a syntax error, and the page stays as it is where it would become an error's.
   */
  declare live: boolean;
  /** Whether it fills the window. Its place in the page is kept. */
  declare large: boolean;

  constructor() {
    super();
    this.src = null;
    this.django = null;
    this.superuser = null;
    this.requirements = null;
    this.visitors = null;
    this.bare = false;
    this.persist = false;
    this.runOn = 'click';
    this.live = false;
    this.large = false;
  }
}
