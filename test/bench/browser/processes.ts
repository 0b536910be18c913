/** The processes of a browser, as Linux sees them in /proc. */
import {readdir, readFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';

export const HAS_PROC = existsSync('/proc/self/smaps_rollup');

export interface Process {
  readonly id: number;
  readonly parent: number;
  /** Time that it has had a processor, in clock ticks of 10 ms. */
  readonly ticks: number;
}

/** A process and all that come of it. */
export async function family(id: number): Promise<readonly Process[]> {
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(ids.map(readProcess))).filter(each => each !== undefined);
  const members = new Set([id]);
  // Parents start before their children, but numbers may wrap around: look until nothing is new.
  for (let size = 0; size !== members.size;) {
    size = members.size;
    for (const {id: child, parent} of all) if (members.has(parent)) members.add(child);
  }
  return all.filter(each => members.has(each.id));
}

/** The words of its command line. */
export async function commandLine(id: number): Promise<readonly string[]> {
  const text = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
  // Chromium's children write theirs as one text.
  return text.split(/[\0 ]/);
}

/** What is its own and its share of what it has in common with others, in bytes. */
export async function proportionalSize(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB/m.exec(text) ?? [];
  return Number(kilobytes) * 1024;
}

/** The names of its threads, cut off after 15 characters. */
export async function threadNames(id: number): Promise<readonly string[]> {
  const threads = await readdir(`/proc/${id}/task`).catch(() => []);
  return Promise.all(
    threads.map(async thread =>
      (await readFile(`/proc/${id}/task/${thread}/comm`, 'utf8').catch(() => '')).trim(),
    ),
  );
}

/** Time that all processors have worked since the machine was started, in ticks. */
export async function machineTicks(): Promise<number> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return user + nice + system + irq + softirq;
}

async function readProcess(id: number): Promise<Process | undefined> {
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The name, in parentheses, may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {id, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12])};
}
