/** How many tests passed, failed and were skipped: what each part of a run reports. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = {passed: 0, failed: 0, skipped: 0};

export function plus(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The one plain line, e.g. `12 passed, 0 failed, 2 skipped`. */
export function countsLine({passed, failed, skipped}: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The last such line in a text, or `null`. */
export function readCountsLine(text: string): Counts | null {
  const lines = [...text.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)];
  const last = lines.at(-1);
  if (last === undefined) return null;
  return {passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0)};
}
