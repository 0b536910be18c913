import {LitElement, type PropertyDeclarations} from 'lit';
import type {FilesLayout} from '../files/index.js';
import type {Layout} from './panes.js';
import {ENGLISH, type Strings} from './strings.js';
import {styles} from './styles.js';
import type {Theme} from './theme-controller.js';

/** How a playground looks and is laid out: the part of it that runs nothing. */
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
}
