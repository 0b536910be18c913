/** Why an attempt failed, as the end of a sentence; the next one may succeed. */
export class Setback extends Error {}
