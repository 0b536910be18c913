/** How modules lie in Python's folders. */

/** Python's own folder, over which the standard library is mounted. */
export const STDLIB = '/lib/python3.14';

/** Where packages lie; images of Django are mounted over it. */
export const SITE_PACKAGES = `${STDLIB}/site-packages`;

/** How CPython 3.14 marks its bytecode. */
const TAG = 'cpython-314';

/** `a/b.py` → `a/__pycache__/b.cpython-314.pyc`, where Python looks for it. */
export function cachePath(path: string): string {
  return path.replace(/([^/]+)\.py$/, `__pycache__/$1.${TAG}.pyc`);
}
