import type {Fault, Finding, Question} from './report.js';

/** What one page finds out. A measurement that fails is noted, and the others go on. */
export class Notebook {
  readonly #findings: Finding[] = [];
  readonly #faults: Fault[] = [];

  constructor() {
    // What fell to a slower way is said in the console, where nobody looks.
    const warn = console.warn.bind(console);
    console.warn = (...said: unknown[]) => {
      this.#faults.push({name: document.title, reason: said.map(String).join(' ')});
      warn(...said);
    };
  }

  note(name: string, value: number): void {
    this.#findings.push({name, value});
  }

  /** Measure something of this name; what it throws is noted as its fault. */
  async attempt(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const {message = String(error), detail = ''} = error as {message?: string; detail?: string};
      this.#faults.push({name, reason: `${message} ${detail}`.trim()});
    }
  }

  /** Hand everything in. */
  async close(): Promise<void> {
    await ask({kind: 'report', report: {findings: this.#findings, faults: this.#faults}});
    // Ends a browser whose last window this is, where pages may.
    window.close();
  }
}

/** Ask the process that runs the benchmark. */
export async function ask<Answer>(question: Question): Promise<Answer> {
  const response = await fetch('/ask', {method: 'POST', body: JSON.stringify(question)});
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}
