/** What can be wrong with a browser's storage. */
export type Trouble =
  'unavailable' | 'newer' | 'blocked' | 'slow' | 'full' | 'damaged' | 'too-large' | 'broken';

/** Each for a person, as the first half of a sentence. */
const SENTENCES: Readonly<Record<Trouble, string>> = {
  unavailable: 'This browser lets the page store nothing',
  newer: 'A newer version of the playground has taken over what was stored; reload the page',
  blocked: 'Another tab still uses what an older version of the playground stored; close that tab',
  slow: 'The browser’s storage does not answer',
  full: 'The browser’s storage is full',
  damaged: 'What the browser had stored was damaged and is removed',
  'too-large': 'It is too large to be stored',
  broken: 'The browser’s storage fails',
};

/** What it means for the reader that something is not kept, or not found. */
export type Consequence = 'slower' | 'not-saved';

const CONSEQUENCES: Readonly<Record<Consequence, string>> = {
  slower: 'Django starts more slowly; all else works as usual.',
  'not-saved': 'What is changed here may be lost with a reload; all else works as usual.',
};

/** A trouble that was noticed here. Those that the browser notices are `DOMException`s. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(SENTENCES[trouble]);
    this.trouble = trouble;
  }
}

/** How browsers call their troubles. */
const BY_NAME: Readonly<Record<string, Trouble>> = {
  SecurityError: 'unavailable',
  VersionError: 'newer',
  QuotaExceededError: 'full',
  // What was stored in a file of its own is gone, cut off, or cannot be decoded.
  DataError: 'damaged',
  NotReadableError: 'damaged',
  NotFoundError: 'damaged',
};

/** Which trouble an error stands for. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof StorageFailure) return error.trouble;
  return (error instanceof Error && BY_NAME[error.name]) || 'broken';
}

/** Tells of a failure. */
export type Tell = (error: unknown, consequence: Consequence) => void;

/**
 * What tells of each failure only once, however often it comes.
 *
 * @param warn Gets a message for the console.
 */
export function tellOnce(warn: (message: string) => void): Tell {
  const told = new Set<string>();
  return (error, consequence) => {
    const trouble = troubleOf(error);
    const what = `${trouble}, ${consequence}`;
    if (told.has(what)) return;
    told.add(what);
    const detail = trouble === 'broken' ? ` (${String(error)})` : '';
    warn(`django-playground: ${SENTENCES[trouble]}${detail}. ${CONSEQUENCES[consequence]}`);
  };
}
