import {python as codemirrorPython} from '@codemirror/lang-python';
import type {Extension} from '@codemirror/state';

/** Python. */
export function python(): Extension {
  return codemirrorPython();
}
