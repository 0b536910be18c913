import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {ConsoleEntry} from '../protocol/console.js';
import {findFiles} from './file-links.js';
import {isQuietFile} from './filter.js';
import {renderMail, type MailOptions} from './mail-view.js';
import type {ConsoleStrings} from './strings.js';

export interface LogOptions extends MailOptions {
  /** The file as the reader knows it, of one as Python does; nothing where it cannot be shown. */
  readonly findFile: (path: string) => string | undefined;
  readonly reveal: (path: string, line: number) => void;
  readonly fillIn: (command: string) => void;
}

/** Entries, or a number of requests for static files in a row. */
type Row = ConsoleEntry | {readonly kind: 'files'; count: number};

export function renderEntries(entries: readonly ConsoleEntry[], options: LogOptions): unknown {
  return foldFiles(entries).map(row => {
    const what = row.kind === 'files' ? row.count : row;
    return guard([what, options.strings], () => renderRow(row, options));
  });
}

function foldFiles(entries: readonly ConsoleEntry[]): Row[] {
  const rows: Row[] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    if (!isQuietFile(entry)) rows.push(entry);
    else if (last?.kind === 'files') last.count++;
    else rows.push({kind: 'files', count: 1});
  }
  return rows;
}

function renderRow(row: Row, options: LogOptions): TemplateResult {
  const {strings} = options;
  switch (row.kind) {
    case 'files':
      return html`<div class="row muted">${strings.staticFiles(row.count)}</div>`;
    case 'request':
      return renderRequest(row, strings);
    case 'mail':
      return renderMail(row, options);
    case 'note':
      return html`<div class="row muted">${row.text}</div>`;
    case 'command':
      return html`<div class="row command">
        <span class="prompt">${row.prompt}</span> <code>${row.text}</code>
      </div>`;
    case 'exit':
      return renderExit(row, strings);
    case 'finding':
      return renderFinding(row, options);
    case 'output':
    default:
      return renderOutput(row, options);
  }
}

/** White space counts, and so there is none in the markup. */
function renderOutput(
  {stream, level = '', text: output}: ConsoleEntry & {readonly kind: 'output'},
  options: LogOptions,
): TemplateResult {
  const pieces = findFiles(output.replace(/\n$/, '')).map(({text, path, line}) =>
    path === undefined || line === undefined ? text : renderLink(text, path, line, options),
  );
  return html`<div class="row output ${stream} ${level}">${pieces}</div>`;
}

function renderRequest(
  {method, path, status, duration, queries, visitor}: ConsoleEntry & {readonly kind: 'request'},
  strings: ConsoleStrings,
): TemplateResult {
  return html`<div class="row request ${status >= 400 ? 'failed' : ''}">
    <span class="what"><b>${method}</b> ${path}</span> ${visitor ?? nothing}
    <span class="status">${status}</span>
    <span class="muted">${strings.milliseconds(duration)}</span>
    <span class="muted">${strings.queries(queries)}</span>
  </div>`;
}

function renderExit(
  {exitCode, tests}: ConsoleEntry & {readonly kind: 'exit'},
  strings: ConsoleStrings,
): TemplateResult {
  const {passed = 0, failed = 0, skipped = 0} = tests ?? {};
  const text = tests ? strings.tests(passed, failed, skipped) : strings.exitCode(exitCode);
  return html`<div class="row exit ${exitCode === 0 ? 'done' : 'failed'}">${text}</div>`;
}

function renderFinding(
  {severity, message, source, path, line, command}: ConsoleEntry & {readonly kind: 'finding'},
  options: LogOptions,
): TemplateResult {
  const place =
    path === undefined || line === undefined
      ? nothing
      : html` ${renderLink(`${path}:${line}`, path, line, options)} `;
  return html`<div class="row finding ${severity}">
    ${message} <span class="muted">${source}</span> ${place}
    ${
      command === undefined
        ? nothing
        : html`<button type="button" @click=${() => options.fillIn(command)}>
            ${options.strings.fillIn(command)}
          </button>`
    }
  </div>`;
}

function renderLink(
  text: string,
  path: string,
  line: number,
  {strings, findFile, reveal}: LogOptions,
): TemplateResult | string {
  const file = findFile(path);
  if (file === undefined) return text;
  return html`<button
    type="button"
    class="link"
    title=${strings.goTo(file, line)}
    .textContent=${text}
    @click=${() => reveal(file, line)}
  ></button>`;
}
