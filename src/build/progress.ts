/** Say on standard error what is being done; standard output stays free for results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Tells how far a long step is: `done` of as many as were announced. */
export type Count = (done: number) => void;

/** Announce a long step. A terminal shows it counting; a log shows its start and its end. */
export function counting(label: string, total: number): Count {
  if (!process.stderr.isTTY) {
    say(`${label} (${total}) …`);
    return done => {
      if (done === total) say(`${label}: done`);
    };
  }
  return done => {
    process.stderr.write(`\r\x1b[K${label}: ${done} of ${total}${done === total ? '\n' : ''}`);
  };
}

/** A number of bytes for people, e.g. `9.2 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
