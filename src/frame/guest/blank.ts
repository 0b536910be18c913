// The page of `../markup-parser.ts` needs no script.
export type Nothing = never;
