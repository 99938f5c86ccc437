/**
 * A covariance structure that compiles, and whose mathematics is still to be written.
 *
 * @param {string} name  such as "equal-shape"
 * @param {string} identifier  such as "equalShape"
 */
export function structureSkeleton(name, identifier) {
  return `import type { CovarianceStructure } from '../structure.ts';

/**
 * What the covariances of this family share, and what each component has of its own.
 *
 *   Sigma_k = its equation, in terms of the scatters S_k and counts N_k
 *
 * Where the equation comes from: author (year), equation.
 */
export const ${identifier}: CovarianceStructure = {
  name: '${name}',
  // What estimate reads: K matrices ('full'), their sum ('pooled') or K diagonals ('diagonal').
  moments: 'full',
  // The maps x -> c + T x of the data that keep the family: declare the most that holds ('affine', 'scaling' of each
  // column, 'rotation' with one scale), because the fit is conditioned by them. 'translation' holds for every family.
  closedUnder: 'translation',

  // The most likely K covariances given the moments: throws SingularCovarianceError(k) where there is none.
  estimate({ counts }) {
    throw new Error(\`${name}: estimate must return \${counts.length} covariances, and is still to be written\`);
  },

  // How many numbers one may choose freely: K covariances of d dimensions, weights and means not counted.
  parameterCount(components, dimension) {
    throw new Error(\`${name}: parameterCount(\${components}, \${dimension}) is still to be written\`);
  },
};
`;
}
