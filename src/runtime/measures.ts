/**
 * How long the parts of a start took, where the browser's own tools show it: as User Timing
 * measures `django-playground:boot` and so on, with the phases in their details.
 */
export function measure(name: string, {phases}: {phases: Readonly<Record<string, number>>}): void {
  const end = performance.now();
  const duration = Object.values(phases).reduce((sum, phase) => sum + phase, 0);
  performance.measure(`django-playground:${name}`, {
    start: Math.max(0, end - duration),
    end,
    detail: phases,
  });
}
