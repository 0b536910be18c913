import type {Extension} from '@codemirror/state';

/**
 * Differences from another text, within the file's own. The comparing is loaded when it is first
 * asked for.
 */
export async function comparison(original: string): Promise<Extension> {
  const {unifiedMergeView} = await import('@codemirror/merge');
  return unifiedMergeView({
    original: original.replace(/\r\n?/g, '\n'),
    mergeControls: false,
    gutter: true,
    diffConfig: {scanLimit: 5000, timeout: 500},
  });
}
