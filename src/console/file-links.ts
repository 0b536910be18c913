/** A piece of text; with a place where it names one. */
export interface TextPiece {
  readonly text: string;
  readonly path?: string;
  readonly line?: number;
}

/** A line of a traceback, e.g. `  File "/project/polls/views.py", line 5, in index`. */
const FRAME = /File "(\/project\/[^"\n]+)", line (\d+)/g;

/** The head of a failed test, e.g. `FAIL: test_past (polls.tests.PollTests.test_past)`. */
const FAILED_TEST = /^(?:FAIL|ERROR): .+$/gm;

/** A warning's place, e.g. `/project/polls/views.py:5: DeprecationWarning: …`. */
const WARNING = /^(\/project\/[^:\n]+):(\d+)(?=: )/gm;

/** Text with the places in the project's files that it names. Paths are as Python knows them. */
export function findFiles(text: string): TextPiece[] {
  const found = [...text.matchAll(FRAME), ...text.matchAll(WARNING), ...failedTests(text)];
  found.sort((one, other) => one.index - other.index);
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const {0: match, 1: path, 2: line, index} of found) {
    if (index < end || path === undefined) continue;
    if (index > end) pieces.push({text: text.slice(end, index)});
    pieces.push({text: match, path, line: Number(line)});
    end = index + match.length;
  }
  if (end < text.length) pieces.push({text: text.slice(end)});
  return pieces;
}

type Found = Pick<RegExpExecArray, 0 | 1 | 2 | 'index'>;

/** Each leads to the first line of the project in its traceback: the test itself. */
function failedTests(text: string): Found[] {
  return [...text.matchAll(FAILED_TEST)].flatMap(({0: head, index}) => {
    const [traceback = ''] = text.slice(index + head.length).split(/^={20}/m, 1);
    const [frame] = traceback.matchAll(FRAME);
    return frame ? [{0: head, 1: frame[1] ?? '', 2: frame[2] ?? '', index}] : [];
  });
}
