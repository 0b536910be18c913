import {html, nothing, render} from 'lit';
import type {ProjectFile} from '../protocol/project.js';
import {checkName} from './check-name.js';
import type {OperationsStrings} from './strings.js';

export interface NameQuestion {
  readonly strings: OperationsStrings;
  /** What the dialog is called. */
  readonly title: string;
  /** What its button says. */
  readonly action: string;
  /** The name to begin with. */
  readonly name: string;
  /** The files that the name may clash with. */
  readonly files: readonly ProjectFile[];
  /** @param replaced The file that was there, and that the reader said to replace. */
  answer(path: string, replaced: ProjectFile | undefined): void;
}

/** Asks for a file's name, and says what is wrong with one. */
export class NameDialog {
  readonly element = document.createElement('dialog');
  #question: NameQuestion | undefined;
  #typed = '';
  /** Whether what is wrong is said: not before somebody wanted it. */
  #isStrict = false;

  constructor() {
    this.element.className = 'ask';
    this.element.setAttribute('part', 'dialog');
    this.element.setAttribute('aria-labelledby', 'file-title');
    // Keys are for the dialog, not for what lies behind.
    this.element.addEventListener('keydown', event => event.stopPropagation());
  }

  ask(question: NameQuestion): void {
    this.#question = question;
    this.#typed = question.name;
    this.#isStrict = false;
    this.#render();
    this.element.showModal();
    const input = this.element.querySelector('input');
    if (!input) return;
    input.value = question.name;
    const start = question.name.lastIndexOf('/') + 1;
    const end = question.name.indexOf('.', start);
    input.focus();
    input.setSelectionRange(start, end < 0 ? question.name.length : end);
  }

  #render(): void {
    const question = this.#question;
    if (!question) return;
    const {strings, title, action, files} = question;
    const {path, problem, subject = path, taken, notImportable} = checkName(this.#typed, files);
    const isSaid = problem !== undefined && this.#isStrict;
    const canReplace = this.#isStrict && problem === 'taken';
    render(
      html`
        <form @submit=${(event: Event) => this.#submit(event)}>
          <h2 id="file-title">${title}</h2>
          <label for="file-name">${strings.name}</label>
          <input
            id="file-name"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="file-hint"
            aria-invalid=${isSaid}
            @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
          />
          <p id="file-hint" class=${isSaid ? 'wrong' : ''} aria-live="polite">
            ${
              isSaid
                ? strings.problems[problem](subject)
                : notImportable === undefined
                  ? strings.nameHint
                  : strings.notImportable(notImportable)
            }
          </p>
          <div class="buttons">
            <button type="button" @click=${() => this.element.close()}>${strings.cancel}</button>
            ${
              canReplace
                ? html`<button type="button" @click=${() => this.#answer(path, taken)}>
                    ${strings.replace}
                  </button>`
                : nothing
            }
            <button type="submit" class="primary">${action}</button>
          </div>
        </form>
      `,
      this.element,
    );
  }

  #type(name: string): void {
    this.#typed = name;
    this.#isStrict = false;
    this.#render();
  }

  #submit(event: Event): void {
    event.preventDefault();
    const {path, problem} = checkName(this.#typed, this.#question?.files ?? []);
    if (problem) {
      this.#isStrict = true;
      this.#render();
    } else {
      this.#answer(path, undefined);
    }
  }

  #answer(path: string, replaced: ProjectFile | undefined): void {
    this.element.close();
    this.#question?.answer(path, replaced);
  }
}
