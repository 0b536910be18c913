import {html, nothing, type TemplateResult} from 'lit';
import type {MenuItem} from '../protocol/menu.js';
import type {ProjectFile} from '../protocol/project.js';
import type {ToggleMenu} from './actions.js';
import {adoptStyles} from './adopt-styles.js';
import type {TakeDropped} from './accept-files.js';
import {checkName, freeName} from './check-name.js';
import type {DjangoPlaygroundFiles} from './django-playground-files.js';
import {isText} from './is-text.js';
import {foldersOf} from './file-tree.js';
import {NameDialog, type NameQuestion} from './name-dialog.js';
import {renderNotice, type NoticeButton} from './notice.js';
import {operationStyles} from './operation-styles.js';
import type {OperationsStrings} from './strings.js';
import {Uploading} from './uploading.js';

interface Notice {
  readonly text: string;
  readonly buttons: readonly NoticeButton[];
}

/** What can be done with files, from the menu. Loaded once somebody goes to. */
export class Operations {
  readonly #pane: DjangoPlaygroundFiles;
  readonly #strings: OperationsStrings;
  readonly #toggleMenu: ToggleMenu;
  readonly #dialog = new NameDialog();
  readonly #uploading: Uploading;
  #notice: Notice | undefined;

  constructor(pane: DjangoPlaygroundFiles, strings: OperationsStrings, toggleMenu: ToggleMenu) {
    this.#pane = pane;
    this.#strings = strings;
    this.#toggleMenu = toggleMenu;
    this.#uploading = new Uploading(pane, strings, (text, buttons) => this.#say(text, buttons));
    adoptStyles(pane.renderRoot, operationStyles);
  }

  openMenu(anchor: HTMLElement): void {
    const {current, strings} = this.#pane;
    if (current) this.#toggleMenu({anchor, label: strings.menu, items: this.#items(current)});
  }

  /** Take what was dropped onto the pane, or onto a folder in it. */
  readonly takeDropped: TakeDropped = (entries, files, folder) =>
    this.#uploading.takeDropped(entries, files, folder);

  /** Move a file into a folder of the tree, unless there is one of its name. */
  moveInto(path: string, folder: string): void {
    const {files} = this.#pane;
    const file = files.find(each => each.path === path);
    const name = `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`;
    if (!file || name === path) return;
    const others = files.filter(other => other !== file);
    const {problem, subject = name} = checkName(name, others);
    if (problem) this.#say(this.#strings.problems[problem](subject));
    else this.#unlessReadonly(file, () => this.#moveTo(path, name));
  }

  render(): TemplateResult {
    const notice = this.#notice;
    return html`
      ${this.#dialog.element} ${this.#uploading.element}
      <div role="status">${notice ? renderNotice(notice.text, notice.buttons) : nothing}</div>
    `;
  }

  #items(file: ProjectFile): MenuItem[] {
    const strings = this.#strings;
    const {actions, changed, editing, files, visible, showHidden} = this.#pane;
    const {path} = file;
    const isChanged = changed.has(path);
    const original = actions.original(path);
    const at = visible.indexOf(file);
    const isComparing = editing.session?.isComparing ?? false;
    return [
      {label: strings.newFile, act: () => this.#create(file)},
      {label: strings.upload, act: () => this.#uploading.chooseFiles()},
      {label: strings.uploadFolder, act: () => this.#uploading.chooseFolder()},
      {
        label: strings.rename,
        begins: true,
        act: () => this.#unlessReadonly(file, () => this.#rename(file)),
      },
      {label: strings.duplicate, act: () => this.#duplicate(file)},
      {label: strings.remove, act: () => this.#unlessReadonly(file, () => this.#remove(file))},
      {
        label: strings.moveUp,
        begins: true,
        disabled: at <= 0,
        act: () => actions.move(path, visible[at - 1]?.path),
      },
      {
        label: strings.moveDown,
        disabled: at === visible.length - 1,
        act: () => actions.move(path, visible[at + 2]?.path),
      },
      {
        label: strings.compare,
        begins: true,
        checked: isComparing,
        disabled: !isComparing && !(isChanged && original && isText(file)),
        act: () => void this.#compare(!isComparing),
      },
      {
        label: strings.resetFile,
        disabled: !isChanged || !original,
        act: () => this.#reset(file),
      },
      ...(files.some(({hidden}) => hidden)
        ? [
            {
              label: strings.showHidden,
              checked: showHidden,
              act: () => (this.#pane.showHidden = !showHidden),
            },
          ]
        : []),
    ];
  }

  async #compare(on: boolean): Promise<void> {
    const {editing} = this.#pane;
    if (on) await editing.open();
    editing.session?.compare(on);
  }

  #create({path}: ProjectFile): void {
    const folder = foldersOf(path).at(-1);
    this.#ask({
      title: this.#title('newFile'),
      action: this.#strings.create,
      name: folder ? `${folder}/` : '',
      files: this.#pane.files,
      answer: (name, replaced) => this.#add({path: name, content: ''}, replaced),
    });
  }

  #duplicate(file: ProjectFile): void {
    const {files} = this.#pane;
    const strings = this.#strings;
    this.#ask({
      title: this.#title('duplicate'),
      action: strings.create,
      name: freeName(file.path, files),
      files,
      answer: (name, replaced) => this.#add({path: name, content: file.content}, replaced),
    });
  }

  #add(file: ProjectFile, replaced: ProjectFile | undefined): void {
    const {actions} = this.#pane;
    actions.add([file]);
    this.#pane.select(file.path);
    this.#clear();
    if (replaced) this.#offerUndo(this.#strings.added(1), () => actions.add([replaced]));
    if (isText(file)) void this.#pane.updateComplete.then(() => this.#pane.editing.open());
  }

  #rename(file: ProjectFile): void {
    const {files, actions} = this.#pane;
    const strings = this.#strings;
    this.#ask({
      title: this.#title('rename'),
      action: this.#title('rename'),
      name: file.path,
      files: files.filter(other => other !== file),
      answer: (name, replaced) => {
        this.#clear();
        if (name === file.path) return;
        if (replaced) {
          actions.remove(name);
          this.#offerUndo(strings.removed(name), () => {
            this.#moveTo(name, file.path);
            actions.add([replaced]);
          });
        }
        this.#moveTo(file.path, name);
      },
    });
  }

  #moveTo(from: string, to: string): void {
    const {actions, editing} = this.#pane;
    actions.rename(from, to);
    editing.session?.rename(from, to);
    this.#pane.select(to);
  }

  #remove(file: ProjectFile): void {
    const {files, visible, actions} = this.#pane;
    const strings = this.#strings;
    const next = files[files.indexOf(file) + 1]?.path;
    const at = visible.indexOf(file);
    const neighbour = visible[at + 1] ?? visible[at - 1];
    actions.remove(file.path);
    if (neighbour) this.#pane.select(neighbour.path);
    // What had the focus may be gone.
    this.#pane.focusList();
    this.#offerUndo(strings.removed(file.path), () => {
      actions.add([file], next);
      this.#pane.select(file.path);
    });
  }

  #reset(file: ProjectFile): void {
    const {actions} = this.#pane;
    const strings = this.#strings;
    actions.reset(file.path);
    this.#offerUndo(strings.wasReset(file.path), () => actions.add([file]));
  }

  #unlessReadonly({path, readonly}: ProjectFile, act: () => void): void {
    if (readonly) this.#say(this.#strings.isReadonly(path));
    else act();
  }

  #ask(question: Omit<NameQuestion, 'strings'>): void {
    this.#dialog.ask({...question, strings: this.#strings});
  }

  #title(name: 'newFile' | 'rename' | 'duplicate'): string {
    return this.#strings[name].replace(/\s*…$/, '');
  }

  #offerUndo(text: string, undo: () => void): void {
    this.#say(text, [
      {
        label: this.#strings.undo,
        press: () => {
          undo();
          this.#clear();
          this.#pane.focusList();
        },
      },
    ]);
  }

  #say(text: string, buttons: readonly NoticeButton[] = []): void {
    const dismiss = {label: this.#strings.dismiss, press: () => this.#clear()};
    this.#notice = {text, buttons: [...buttons, dismiss]};
    this.#pane.requestUpdate();
  }

  #clear(): void {
    this.#notice = undefined;
    this.#pane.requestUpdate();
  }
}
