import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {Appearance} from './appearance.js';
import {Splitter} from './splitter.js';
import type {PlaygroundState} from './state.js';

/** Which panes are seen, and how they lie. */
export type Layout = 'split' | 'tabs' | 'code' | 'output';

export type Pane = 'code' | 'output';

const PANES: readonly Pane[] = ['code', 'output'];

type LateLooks = typeof import('./late-looks.js');
type Host = Appearance & {readonly state: PlaygroundState};

/** The panes with code and output: which are seen, and how large they are. */
export class Panes implements ReactiveController {
  readonly #host: Host;
  readonly #columns: Splitter;
  readonly #rows: Splitter;
  /** The pane that is seen where only one is. */
  #selected: Pane = 'code';
  /** The share of the code's column in percent, once the reader chose one. */
  #share: number | undefined;
  /** The output's height in CSS pixels, once the reader chose one. */
  #height: number | undefined;
  /** What is to be called once there is something to measure. */
  /** How high the output is, in CSS pixels. */
  #stage = 0;
  #measureHead: LateLooks['measureHead'] | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#columns = new Splitter({
      orientation: 'vertical',
      min: 20,
      max: 80,
      step: 5,
      measure: () => this.#share ?? 50,
      pixels: () => (this.#width() / 100) * (host.matches(':dir(rtl)') ? -1 : 1),
      move: share => this.#resize(share, this.#height),
    });
    this.#rows = new Splitter({
      orientation: 'horizontal',
      min: 160,
      max: 1600,
      step: 32,
      measure: () => this.#stage,
      pixels: () => 1,
      move: height => this.#resize(this.#share, height),
    });
    host.addController(this);
  }

  /** Take what came after the first paint. */
  equip({SplitterMoves, measureHead}: LateLooks): void {
    this.#columns.equip(SplitterMoves);
    this.#rows.equip(SplitterMoves);
    this.#measureHead = measureHead;
    this.#host.requestUpdate();
  }

  /** Make sure that a pane is seen, where there are tabs to choose one. */
  show(pane: Pane): void {
    this.#selected = pane;
    this.#host.requestUpdate();
  }

  /** Sizes go in as styles of the object model, which no Content-Security-Policy forbids. */
  hostUpdated(): void {
    const {minLines, maxLines, outputHeight} = this.#host;
    const share = this.#share;
    this.#measureHead?.(this.#host.renderRoot, height => {
      this.#stage = height;
      this.#host.requestUpdate();
    });
    this.#measureHead = undefined;
    this.#set('--_min-lines', minLines);
    this.#set('--_max-lines', maxLines);
    this.#set('--_output-height', outputHeight);
    this.#set('--_code-column', share && `${share}fr`);
    this.#set('--_output-column', share && `${100 - share}fr`);
    this.#set('--_height', this.#height && `${this.#height}px`);
  }

  /** What chooses between them, in the layout that shows one at a time. */
  renderTabs(): TemplateResult | typeof nothing {
    const {layout, strings} = this.#host;
    if (layout !== 'tabs') return nothing;
    return html`<div
      class="pane-tabs"
      part="pane-tabs"
      role="tablist"
      aria-label=${strings.panes}
      @keydown=${this.#onKeydown}
    >
      ${PANES.map(
        pane =>
          html`<button
            type="button"
            role="tab"
            part="pane-tab"
            aria-selected=${pane === this.#selected}
            aria-controls=${pane}
            tabindex=${pane === this.#selected ? 0 : -1}
            @click=${() => this.show(pane)}
          >
            ${strings[pane]}
          </button>`,
      )}
    </div>`;
  }

  render(code: TemplateResult, output: TemplateResult): TemplateResult {
    const {layout, strings, state} = this.#host;
    const hasTabs = layout === 'tabs';
    const role = hasTabs ? 'tabpanel' : 'group';
    const hidden = hasTabs ? `no-${PANES.find(pane => pane !== this.#selected)}` : '';
    return html`
      <div class="panes ${state} ${hidden} ${this.#height === undefined ? '' : 'sized'}">
        <div
          class="code"
          id="code"
          part="code"
          role=${role}
          aria-label=${strings.code}
          tabindex="-1"
        >
          ${code}
        </div>
        ${layout === 'split' ? this.#columns.render(strings.resizeColumns, 'code', this.#share ?? 50) : nothing}
        <div class="output" id="output" part="output" role=${role} aria-label=${strings.output}>
          ${output}
        </div>
      </div>
      ${layout === 'code' ? nothing : this.#rows.render(strings.resizeRows, 'output', this.#height ?? this.#stage)}
    `;
  }

  /** There are two, so each key that moves goes to the other one. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    const first = event.key === 'Home';
    const last = event.key === 'End';
    if (!first && !last && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const other = this.#selected === 'code' ? 'output' : 'code';
    this.show(first ? 'code' : last ? 'output' : other);
    void this.#host.updateComplete.then(() =>
      this.#find('.pane-tabs [aria-selected="true"]')?.focus(),
    );
  };

  #resize(share: number | undefined, height: number | undefined): void {
    this.#share = share;
    this.#height = height;
    this.#host.requestUpdate();
  }

  #width(): number {
    return this.#find('.panes')?.clientWidth ?? 0;
  }

  #set(property: string, value: string | number | null | undefined): void {
    const style = this.#find('.playground')?.style;
    if (value === null || value === undefined) style?.removeProperty(property);
    else style?.setProperty(property, String(value));
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
