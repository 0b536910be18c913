/** What is said of what Run loads. */
export interface CostStrings {
  /** @param megabytes Of what comes over the network, at most. */
  readonly loads: (megabytes: number) => string;
  /** Nothing does. */
  readonly isHere: string;
}

export const COST_ENGLISH: CostStrings = {
  loads: megabytes => `Run loads up to ${megabytes} MB, once.`,
  isHere: 'Everything is here already: it starts at once, without a network too.',
};
