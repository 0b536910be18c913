import type {Extension} from '@codemirror/state';
import type {ComparisonTexts} from './texts.js';

/**
 * Differences from another text, within the file's own, and what goes from one to the next. The
 * comparing is loaded when it is first asked for.
 *
 * @param close Asked to end the comparison.
 */
export async function comparison(
  original: string,
  texts: ComparisonTexts,
  close: () => void,
): Promise<Extension> {
  const [{unifiedMergeView}, {comparisonBar}] = await Promise.all([
    import('@codemirror/merge'),
    import('./comparison-bar.js'),
  ]);
  return [
    unifiedMergeView({
      original: original.replace(/\r\n?/g, '\n'),
      mergeControls: false,
      gutter: true,
      diffConfig: {scanLimit: 5000, timeout: 500},
    }),
    comparisonBar(texts, close),
  ];
}
