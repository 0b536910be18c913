/**
 * Which commands were run, and which are left. A command that stands there twice has to be run
 * twice.
 *
 * @param steps Commands in the order in which they should be run.
 * @param ran Those that were, in any order.
 * @returns for each step and command whether it was run.
 */
export function matchRuns(
  steps: readonly (readonly string[])[],
  ran: readonly string[],
): boolean[][] {
  const left = [...ran];
  return steps.map(commands =>
    commands.map(command => {
      const at = left.indexOf(command);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    }),
  );
}
