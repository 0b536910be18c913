import {LitElement, type PropertyDeclarations} from 'lit';
import type {FilesLayout} from '../files/index.js';
import type {Layout} from './panes.js';
import {ENGLISH, type Strings} from './strings.js';
import {styles} from './styles.js';
import type {Theme} from './theme-controller.js';
import {turn} from './turns.js';

/**
 * How a playground looks and is laid out: the part of it that runs nothing.
 *
 * @cssstate rendered - It shows itself; until then the page's stylesheet shows its children.
 * @csspart toolbar - The row with title, Share, Download, Open large, Reset, Stop and Run.
 * @csspart menu - A menu: that of Download, of Reset, or of the files.
 * @csspart dialog - A dialog: with a link that the browser does not let be copied, or for a name.
 * @csspart addresses - The site's addresses, suggested below the address line.
 * @csspart title - What the `title` slot holds.
 * @csspart button - Each button of the toolbar.
 * @csspart run - Run, in the toolbar and over the output.
 * @csspart stop - Stop, in the toolbar.
 * @csspart offer - What is said above the panes, with its choices.
 * @csspart code - The pane with the files.
 * @csspart tabs - The row of tabs, one for each file.
 * @csspart tree - The tree of files, where they are many.
 * @csspart text - The code that is shown, until it is edited.
 * @csspart splitter - The lines that panes are made larger and smaller with.
 * @csspart pane-tabs - The row of tabs of the `tabs` layout.
 * @csspart pane-tab - Each of them.
 * @csspart output - The pane with address line and output frame.
 * @csspart window - A window over the output.
 * @csspart window-bar - Its bar, with title and address.
 * @csspart visitor - What one of several visitors sees, with a bar.
 * @csspart visitor-name - The name there.
 * @csspart address - The address line with Back, Forward and Reload.
 * @csspart cover - What lies over the output while there is no page: hint, progress, failure.
 * @csspart failure - The cover, where something did not work.
 * @csspart status - The line that says what is going on; a live region.
 * @csspart console - What the site and its commands did.
 * @csspart console-toggle - What opens and closes it.
 * @csspart console-log - Its lines.
 * @csspart command-line - Where commands are written.
 *
 * @cssproperty --django-playground-accent - Colour of Run and of the selected tab.
 * @cssproperty --django-playground-on-accent - Colour of text on it.
 * @cssproperty --django-playground-background - Background of code and output.
 * @cssproperty --django-playground-surface - Background of toolbar and tabs.
 * @cssproperty --django-playground-text - Text.
 * @cssproperty --django-playground-muted - Text of less weight.
 * @cssproperty --django-playground-line - Lines between the parts.
 * @cssproperty --django-playground-danger - Failures.
 * @cssproperty --django-playground-focus - The focus ring.
 * @cssproperty --django-playground-radius - Radius of the corners.
 * @cssproperty --django-playground-mono - Font of the code.
 * @cssproperty --django-playground-code-keyword - Colour of keywords in code.
 * @cssproperty --django-playground-code-string - Strings.
 * @cssproperty --django-playground-code-comment - Comments.
 * @cssproperty --django-playground-code-number - Numbers.
 * @cssproperty --django-playground-code-name - Names that are defined or called.
 * @cssproperty --django-playground-code-tag - Elements in markup.
 * @cssproperty --django-playground-code-attribute - Their attributes.
 * @cssproperty --django-playground-code-template - Django's template tags.
 * @cssproperty --django-playground-output-height - Height of the output.
 * @cssproperty --django-playground-sticky-top - Height of what the page keeps at its top.
 * @cssproperty --django-playground-console-height - Height of the console's lines.
 */
export class Appearance extends LitElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    layout: {reflect: true},
    theme: {reflect: true},
    minLines: {type: Number, attribute: 'min-lines', reflect: true},
    maxLines: {type: Number, attribute: 'max-lines', reflect: true},
    outputHeight: {attribute: 'output-height', reflect: true},
    filesLayout: {attribute: 'files', reflect: true},
    lineNumbers: {type: Boolean, attribute: 'line-numbers', reflect: true},
    wrap: {type: Boolean, reflect: true},
    tabSize: {type: Number, attribute: 'tab-size', reflect: true},
    editorExtensions: {attribute: false},
    strings: {attribute: false},
  };

  /**
   * What is seen: code and output beside each other, or below each other where it is narrow
   * (`split`, the default); one of them at a time, with tabs to choose (`tabs`); only the `code`,
   * whose console still says what it prints; only the `output`.
   */
  declare layout: Layout;
  /** `light`, `dark`, or that of the page (`auto`, the default), also when the page changes. */
  declare theme: Theme;
  /** Lines of code that there is room for, however few a file has. */
  declare minLines: number | null;
  /** Lines after which code scrolls. Without it, the pane is as high as its file. */
  declare maxLines: number | null;
  /** Height of the output, a length of CSS, e.g. `30rem`. */
  declare outputHeight: string | null;
  /** How files are chosen: from `tabs`, or from a `tree`, as where they are more than eight. */
  declare filesLayout: FilesLayout | null;
  /** Whether lines of code are numbered. */
  declare lineNumbers: boolean;
  /** Whether long lines of code are broken, instead of scrolled. */
  declare wrap: boolean;
  /** Columns of a tab in code; 4 by default. */
  declare tabSize: number;
  /**
   * Extensions of CodeMirror for the editor; to be set before somebody goes to edit. Each is a
   * function that is given what the editor's own CodeMirror exports, such as `EditorView`, and
   * makes one: those made with another copy of CodeMirror do not fit.
   */
  declare editorExtensions: readonly unknown[];
  /** The texts it shows and speaks; English by default. */
  declare strings: Strings;

  readonly #internals = this.attachInternals();

  constructor() {
    super();
    this.layout = 'split';
    this.theme = 'auto';
    this.minLines = null;
    this.maxLines = null;
    this.outputHeight = null;
    this.filesLayout = null;
    this.lineNumbers = false;
    this.wrap = false;
    this.tabSize = 4;
    this.editorExtensions = [];
    this.strings = ENGLISH;
  }

  /** Until it is rendered, its children are shown as the page's stylesheet says. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(document.createElement('slot'));
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await turn();
      this.renderRoot.firstElementChild?.remove();
      this.#internals.states.add('rendered');
    }
    await super.scheduleUpdate();
  }
}
