/**
 * Which pages the rate is of: those that need nothing but their own site. The rules read what a page
 * and its files say; none knows how the page fares.
 */
interface Rule {
  /** What there is not in the frame, or on the site. */
  readonly reason: string;
  readonly pattern: RegExp;
  /** Whether it is also looked for in the scripts and pages that the page names. */
  readonly isDeep: boolean;
}

const RULES: readonly Rule[] = [
  {
    reason:
      'A document of an opaque origin cannot look into frames and windows, which have an origin each.',
    pattern: new RegExp(
      [
        String.raw`\.(?:contentDocument|contentWindow|frameElement)\b`,
        String.raw`\b(?:frames|self)\[[^\]]+\]\.(?!postMessage\b)`,
        String.raw`\b(?:parent|opener|top)\.(?!postMessage\b|close\b)\w`,
        String.raw`\bwindow\.open\([^)]*\)\.`,
        String.raw`(?<!\w)(?:iframe|frame|popup|win|w)\.(?:document|location|history)\b`,
      ].join('|'),
    ),
    isDeep: true,
  },
  {
    reason: 'Documents of opaque origins have no BroadcastChannel together.',
    pattern: /\bnew BroadcastChannel\(/,
    isDeep: true,
  },
  {
    reason: 'A synchronous request waits, and a script cannot wait for Python, in another thread.',
    pattern: /\.open\((?:[^()]|\([^()]*\))*,\s*false\b/,
    isDeep: false,
  },
  {
    reason: 'There are no other hosts, no other ports and no TLS.',
    pattern:
      /\{\{(?:domains|hosts)\[|\{\{ports\[(?!(?:http|ws)\]\[0)|\b\w*(?:REMOTE|NOTSAMESITE|DIFFERENT_PORT)\w*\b|\bHTTPS_/,
    isDeep: false,
  },
  {
    reason: 'The browser times no request that it does not make itself.',
    pattern: /\bPerformanceObserver\b|\.getEntries/,
    isDeep: false,
  },
];

/**
 * Why a page is not among those that the rate is of; `undefined` where it is.
 *
 * @param files the texts of the scripts and pages that it names.
 */
export function leftOut(page: string, files: readonly string[]): string | undefined {
  const whole = [page, ...files].join('\n');
  return RULES.find(({pattern, isDeep}) => pattern.test(isDeep ? whole : page))?.reason;
}
