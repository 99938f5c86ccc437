/** The names of the supplied tables, in the order of the list. */
export const sampleNames = ['penguins', 'iris', 'wine', 'faithful'] as const;

/** The name of a supplied table. */
export type SampleName = (typeof sampleNames)[number];
