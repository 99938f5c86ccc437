import type { ComponentDocument, ModelDocument } from '../../src/index.ts';

/** What JSON.parse makes of the smallest document that a person would write by hand: two components, two columns. */
export function handWritten(): Record<string, unknown> & { components: Record<string, unknown>[] } {
  return {
    format: 'gaussmix-mixture',
    version: 1,
    columns: ['eruptions', 'waiting'],
    components: [
      {
        weight: 0.25,
        mean: [2, 55],
        covariance: {
          kind: 'dense',
          matrix: [
            [4, 2],
            [2, 10],
          ],
        },
      },
      { weight: 0.75, mean: [4, 80], covariance: { kind: 'diagonal', variances: [0.5, 36] } },
    ],
  };
}

/** The first component of {@link handWritten} with everything that may be written twice. */
export function fullComponent(): ComponentDocument {
  return {
    weight: 1,
    mean: [2, 55],
    offset: [-1, 5],
    // [[2, 0], [1, 3]] times its transpose.
    covariance: {
      kind: 'dense',
      matrix: [
        [4, 2],
        [2, 10],
      ],
      factor: [
        [2, 0],
        [1, 3],
      ],
    },
  };
}

/** A document with everything in it. */
export function complete(): ModelDocument {
  return {
    format: 'gaussmix-mixture',
    version: 1,
    columns: ['eruptions', 'waiting'],
    transforms: [],
    structure: 'full',
    origin: [3, 50],
    components: [fullComponent()],
    fit: {
      rows: 272,
      logLikelihood: -1130.25,
      parameters: 5,
      aic: 2270.5,
      bic: 2288.5,
      iterations: 12,
      converged: true,
      seed: 42,
    },
  };
}
