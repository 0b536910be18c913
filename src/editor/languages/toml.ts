import {StreamLanguage} from '@codemirror/language';
import {toml as grammar} from '@codemirror/legacy-modes/mode/toml';
import type {Extension} from '@codemirror/state';

/** TOML, e.g. `pyproject.toml`. */
export function toml(): Extension {
  return StreamLanguage.define(grammar);
}
