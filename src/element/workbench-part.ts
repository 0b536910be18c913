import type {Mark} from '../protocol/code.js';
import {ConsoleController} from './console-controller.js';
import {PlaygroundStateEvent} from './events.js';
import {FindController} from './find-controller.js';
import {keepAtHand} from './keep-at-hand.js';
import {LiveController, type LiveHost} from './live-controller.js';
import {MarksController} from './marks-controller.js';
import type {ProjectController} from './project-controller.js';
import type {SiteController} from './site-controller.js';
import {WrittenSources} from './written-sources.js';

/** The console of a site that runs, and what is to be said about its files. */
export class WorkbenchPart {
  readonly console: ConsoleController;
  readonly #marks: MarksController;

  /** @param onMarks Called with the marks whenever they are others. */
  constructor(
    host: LiveHost,
    site: SiteController,
    project: ProjectController,
    onMarks: (marks: readonly Mark[]) => void,
  ) {
    project.equip(WrittenSources);
    this.console = new ConsoleController(host, site, project);
    this.#marks = new MarksController(host, () => site.loadError, onMarks);
    host.addEventListener(PlaygroundStateEvent.type, ({state}) => {
      if (state === 'ready') void keepAtHand(host.strings, project.files);
    });
    host.addController(new LiveController(host, site, project, this.console));
    host.addController(
      new FindController(
        host,
        () => site.running.find(),
        findings => {
          this.#marks.find(findings);
          this.console.find(findings);
        },
      ),
    );
  }

  get marks(): readonly Mark[] {
    return this.#marks.marks;
  }
}
