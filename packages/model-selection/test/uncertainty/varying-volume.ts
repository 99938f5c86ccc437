import { type Covariance, type CovarianceStructure, covarianceFromDense } from '@gaussmix/covariance';

/** Alternations: each gains a digit or more, so these leave nothing to gain. */
const ROUNDS = 200;

/**
 * A volume for each component, and one diagonal shape for all (VEI). Written here, so that a structure which the package
 * has never seen is among those that are tested, and a family which is no linear space of matrices.
 */
export const varyingVolume: CovarianceStructure = {
  name: 'varying-volume',
  moments: 'diagonal',
  closedUnder: 'scaling',
  estimate({ dimension: d, counts, scatters }): Covariance[] {
    let shape = new Float64Array(d).fill(1);
    let volumes = counts.map(() => 1);
    for (let round = 0; round < ROUNDS; round++) {
      shape = shape.map((_, j) => scatters.reduce((sum, s, k) => sum + s[j]! / volumes[k]!, 0));
      const root = shape.reduce((product, entry) => product * entry, 1) ** (1 / d);
      shape = shape.map((entry) => entry / root);
      volumes = counts.map(
        (count, k) => scatters[k]!.reduce((sum, s, j) => sum + s / shape[j]!, 0) / (d * count),
      );
    }
    return Array.from(volumes, (volume) => ({
      form: 'diagonal',
      variances: shape.map((entry) => volume * entry),
    }));
  },
  parameterCount: (components, d) => components + d - 1,
};

/** A volume for each component, and one shape and orientation for all (VEE). In two dimensions. */
export const varyingVolumeOriented: CovarianceStructure = {
  name: 'varying-volume-oriented',
  moments: 'full',
  closedUnder: 'affine',
  estimate({ counts, scatters }): Covariance[] {
    let volumes = counts.map(() => 1);
    let shape = Float64Array.of(1, 0, 0, 1);
    for (let round = 0; round < ROUNDS; round++) {
      shape = shape.map((_, at) => scatters.reduce((sum, s, k) => sum + s[at]! / volumes[k]!, 0));
      const root = Math.sqrt(shape[0]! * shape[3]! - shape[1]! * shape[1]!);
      shape = shape.map((entry) => entry / root);
      const inverse = [shape[3]!, -shape[1]!, -shape[1]!, shape[0]!];
      volumes = counts.map(
        (count, k) => scatters[k]!.reduce((sum, s, at) => sum + s * inverse[at]!, 0) / (2 * count),
      );
    }
    return Array.from(volumes, (volume) =>
      covarianceFromDense(
        shape.map((entry) => volume * entry),
        2,
      ),
    );
  },
  parameterCount: (components, d) => components + (d * (d + 1)) / 2 - 1,
};
