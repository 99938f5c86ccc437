/** Shares of a temperature T: tau_k in proportion to (w_k N_k)^(1/T). */
export interface Tempered {
  /** From 0, which is "hard", by 1, which is "soft", to whatever is softer; finite. */
  readonly temperature: number;
}

/** How rows count for components: by posterior, each for its most likely one, or between and beyond. */
export type RowAssignment = 'soft' | 'hard' | Tempered;

/** The temperature that an assignment has. */
export function temperatureOf(assignment: RowAssignment): number {
  if (assignment === 'soft') return 1;
  return assignment === 'hard' ? 0 : assignment.temperature;
}

/** Whether an assignment is neither "soft" nor "hard", by name or by temperature. */
export function isTempered(assignment: RowAssignment): boolean {
  const temperature = temperatureOf(assignment);
  return temperature !== 0 && temperature !== 1;
}
