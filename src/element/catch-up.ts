import type {ChainStrings, Step} from '../chain/index.js';
import type {SavedSite} from '../protocol/storage.js';
import type {CarriedWork} from './chain-work.js';
import {short, type Skipped} from './chain-step.js';
import type {Notice} from './notice.js';
import type {PartedPlayground} from './parts.js';
import {withSaved} from './saved-files.js';

interface CatchUpOptions {
  readonly host: PartedPlayground;
  readonly strings: ChainStrings;
  readonly steps: readonly Step[];
  /** What is to be run, in its order. */
  readonly skipped: readonly Skipped[];
  /** What the reader did before. */
  readonly carried: CarriedWork;
  say(notice: Notice | undefined): void;
}

/**
 * Run what a reader has skipped, in the steps it belongs to, and then the step that the reader is
 * at: its data is as if all had been done. Never is a step run that lies before the last one that
 * the reader has worked on, as its data could not go back.
 */
export async function catchUp(options: CatchUpOptions): Promise<void> {
  const {host, strings, steps, skipped, carried, say} = options;
  const {site, workbench} = host.parts;
  const before = site.saved;
  const dismiss = {label: strings.dismiss, act: () => say(undefined)};
  continueFrom(host, carried.site);
  let running = -1;
  for (const [number, {index, command, line}] of skipped.entries()) {
    say({text: strings.catchingUp(short(line), number + 1, skipped.length), choices: []});
    const at = Math.max(index, carried.at);
    try {
      if (at !== running) await launch(options, at);
      running = at;
      if ((await workbench.enter(command)) === 0) continue;
    } catch (error) {
      site.fail(error);
    }
    const again = {label: strings.catchUp, act: () => void catchUp(options)};
    return say({text: strings.catchUpFailed(short(line)), choices: [again, dismiss]});
  }
  say(undefined);
  // The steps before showed pages of their own.
  site.continueFrom({...site.saved, address: steps.at(-1)?.attributes.path ?? '/'});
  await host.run();
  const undo = (): void => {
    say(undefined);
    continueFrom(host, before);
    host.run().catch(() => {
      // It is said where the site is.
    });
  };
  const isUndoable = before.written.length > 0;
  const choices = [...(isUndoable ? [{label: strings.undo, act: undo}] : []), dismiss];
  say({text: strings.caughtUp, choices});
}

/** The next start is from this data, and no other. */
function continueFrom({parts: {project, site}}: PartedPlayground, saved: SavedSite): void {
  const {files} = project;
  // Migrations that Django wrote go too.
  project.reset();
  project.turnInto(files);
  project.applyWritten(saved.written);
  site.continueFrom(saved);
}

/** Start the site as it is in an earlier step, with what the reader made of that. */
async function launch({host, steps, carried}: CatchUpOptions, at: number): Promise<void> {
  const step = steps[at];
  const saved = carried.files.get(at);
  if (!step) return;
  const {django = null, superuser = null, requirements = null, bare, path = '/'} = step.attributes;
  const options = {
    files: saved ? withSaved(step.files, saved) : step.files,
    attributes: {
      django,
      superuser,
      requirements,
      bare: bare !== undefined,
      visitors: host.getAttribute('visitors'),
      strings: host.strings,
    },
    pristine: false,
    isQuiet: false,
  };
  await host.parts.site.launch(options, path);
}
