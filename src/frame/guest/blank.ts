// Nothing: the page of `../markup-parser.ts` needs no script.
