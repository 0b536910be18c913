import type {ProjectFile} from '../protocol/project.js';
import {checkName, freeName} from './check-name.js';
import type {DjangoPlaygroundFiles} from './django-playground-files.js';
import type {NoticeButton} from './notice.js';
import type {OperationsStrings} from './strings.js';
import {chosenUploads, droppedUploads, readUploads, type Upload} from './uploads.js';

type Say = (text: string, buttons?: readonly NoticeButton[]) => void;

/** Adds files from the reader's own disk, and says which cannot be. */
export class Uploading {
  readonly #pane: DjangoPlaygroundFiles;
  readonly #strings: OperationsStrings;
  readonly #say: Say;
  /** A field that is not seen: the menu opens what it opens. */
  readonly element = document.createElement('input');

  constructor(pane: DjangoPlaygroundFiles, strings: OperationsStrings, say: Say) {
    this.#pane = pane;
    this.#strings = strings;
    this.#say = say;
    const {element} = this;
    element.type = 'file';
    element.multiple = true;
    element.hidden = true;
    element.addEventListener('change', () => {
      const uploads = chosenUploads(element.files ?? []);
      element.value = '';
      void this.#take(uploads);
    });
  }

  chooseFiles(): void {
    this.element.webkitdirectory = false;
    this.element.click();
  }

  chooseFolder(): void {
    this.element.webkitdirectory = true;
    this.element.click();
  }

  async takeDropped(
    entries: readonly (FileSystemEntry | null)[],
    files: readonly File[],
    folder: string,
  ): Promise<void> {
    const uploads = await droppedUploads(entries, files);
    const start = folder && `${folder}/`;
    await this.#take(uploads.map(({path, file}) => ({path: start + path, file})));
  }

  async #take(uploads: readonly Upload[]): Promise<void> {
    const strings = this.#strings;
    const {files, refused} = await readUploads(uploads, strings);
    const fresh: ProjectFile[] = [];
    const taken: ProjectFile[] = [];
    for (const file of files) {
      const {path, problem, subject = path} = checkName(file.path, this.#pane.files);
      const named = {...file, path};
      if (problem === 'taken') taken.push(named);
      else if (problem) refused.push(strings.problems[problem](subject));
      else fresh.push(named);
    }
    if (fresh.length > 0) this.#add(fresh);
    if (taken.length > 0) this.#offerChoice(taken, refused);
    else if (refused.length > 0) this.#say(refused.join(' '));
    else if (fresh.length > 0) this.#offerUndo(fresh);
  }

  #add(files: readonly ProjectFile[]): void {
    this.#pane.actions.add(files);
    if (files[0]) this.#pane.select(files[0].path);
  }

  #offerUndo(added: readonly ProjectFile[], before: readonly ProjectFile[] = []): void {
    const {actions} = this.#pane;
    const strings = this.#strings;
    const undo = (): void => {
      const kept = new Set(before.map(({path}) => path));
      for (const {path} of added) if (!kept.has(path)) actions.remove(path);
      if (before.length > 0) actions.add(before);
      this.#say(strings.undone);
    };
    this.#say(strings.added(added.length), [{label: strings.undo, press: undo}]);
  }

  /** Some are there already: nothing is replaced that nobody wanted to be. */
  #offerChoice(taken: readonly ProjectFile[], refused: readonly string[]): void {
    const strings = this.#strings;
    const replace = (): void => {
      const paths = new Set(taken.map(({path}) => path));
      const before = this.#pane.files.filter(({path}) => paths.has(path));
      this.#add(taken);
      this.#offerUndo(taken, before);
    };
    const keepBoth = (): void => {
      const added: ProjectFile[] = [];
      for (const file of taken) {
        added.push({...file, path: freeName(file.path, [...this.#pane.files, ...added])});
      }
      this.#add(added);
      this.#offerUndo(added);
    };
    this.#say([...refused, strings.exists(taken.map(({path}) => path))].join(' '), [
      {label: strings.replace, press: replace},
      {label: strings.keepBoth, press: keepBoth},
    ]);
  }
}
