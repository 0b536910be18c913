/** One thing that is checked. */
export interface Step {
  readonly name: string;
  /**
   * @returns What was found to be well, in a few words.
   * @throws Error whose message, or a CommandError whose output, says what is not.
   */
  run(): Promise<string>;
}

/** Thrown by a step that cannot be taken on this machine. */
export class SkippedStep extends Error {
  override readonly name = 'SkippedStep';
}
