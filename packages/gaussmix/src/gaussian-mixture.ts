import { toDense } from '@gaussmix/covariance';
import {
  type Mixture,
  predict,
  predictProba,
  type Sample,
  type SampleOptions,
  sample,
  scoreSamples,
} from '@gaussmix/distributions';
import { type Fit, type FitOptions, fitMixture, type StructureLike, splitAndMerge } from '@gaussmix/em';
import { GaussmixError } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import type { Matrix, MatrixLike } from '@gaussmix/linalg';
import { aic, bic, evidenceOf } from '@gaussmix/model-selection';

/** How a {@link GaussianMixture} is to be fitted: the options of `fitMixture`, and scikit-learn's name of one. */
export interface GaussianMixtureOptions extends FitOptions {
  /** How many components; 1 when absent, or as many as a given start has. */
  readonly components?: number;
  /** What scikit-learn calls `covariance_type`: the same as `covariance`. */
  readonly covarianceType?: StructureLike;
}

/**
 * A Gaussian mixture behind scikit-learn's face: construct with options, `fit`, then ask.
 *
 * What it wraps is plain functions over plain data: `gmm.mixture` and `gmm.fitted` save, clone and post to a
 * worker, and everything here can be had from `fitMixture`, `predict` and `bic` without the class.
 * Every method but `fit` and `fitPredict` throws a GaussmixError "not-fitted" before the first fit.
 *
 * The names of scikit-learn: `components` n_components, `restarts` n_init, `maxIterations` max_iter,
 * `tolerance` tol, `regularization` reg_covar, `initial` init_params and means_init, `seed` random_state.
 */
export class GaussianMixture {
  /** The options that it was made with. */
  readonly options: GaussianMixtureOptions;
  #fit: Fit | undefined;

  /** @throws GaussmixError "covariance" when both `covariance` and `covarianceType` are given */
  constructor(options: GaussianMixtureOptions = {}) {
    if (options.covariance !== undefined && options.covarianceType !== undefined) {
      throw new GaussmixError(
        'covariance',
        'GaussianMixture: covarianceType and covariance must not both be given, as they mean the same.',
      );
    }
    this.options = options;
  }

  /**
   * Fits the mixture to rows, anew each time.
   *
   * @param x  n x d
   * @returns this, so that calls chain
   * @throws what `fitMixture` throws; what was fitted before then stays
   */
  fit(x: MatrixLike): this {
    const { covarianceType, ...options } = this.options;
    const { covariance = covarianceType, initial } = options;
    const components = options.components ?? (typeof initial === 'object' ? undefined : 1);
    this.#fit = fitMixture(x, { moves: splitAndMerge, ...options, components, covariance });
    return this;
  }

  /**
   * Fits the mixture to rows, and labels them.
   *
   * @param x  n x d
   * @returns n most likely components, counted from 0
   */
  fitPredict(x: MatrixLike): Int32Array {
    return this.fit(x).predict(x);
  }

  /**
   * The most likely component of each row.
   *
   * @param x  n x d
   * @returns n components, counted from 0
   */
  predict(x: MatrixLike): Int32Array {
    return predict(this.#fitFor('predict').mixture, x, { kernels: simdKernels() });
  }

  /**
   * The posterior probability of each component for each row.
   *
   * @param x  n x d
   * @returns n x K, rows summing to 1
   */
  predictProba(x: MatrixLike): Matrix {
    return predictProba(this.#fitFor('predictProba').mixture, x, { kernels: simdKernels() });
  }

  /**
   * The log-density of each row.
   *
   * @param x  n x d
   * @returns n log-densities, in nats
   */
  scoreSamples(x: MatrixLike): Float64Array {
    return scoreSamples(this.#fitFor('scoreSamples').mixture, x, { kernels: simdKernels() });
  }

  /**
   * The mean log-density of the rows.
   *
   * @param x  n x d
   * @returns nats per row
   */
  score(x: MatrixLike): number {
    const densities = scoreSamples(this.#fitFor('score').mixture, x, { kernels: simdKernels() });
    return densities.reduce((sum, density) => sum + density, 0) / densities.length;
  }

  /**
   * Draws rows from the mixture. The same seed draws the same rows.
   *
   * @param n  how many rows
   * @param options  the seed: that of the fit when absent
   * @returns n x d rows, and the component that each came from
   */
  sample(n: number, options: SampleOptions = {}): Sample {
    const { mixture, seed } = this.#fitFor('sample');
    return sample(mixture, n, { seed: options.seed ?? seed });
  }

  /**
   * Schwarz's criterion of the fitted mixture on rows: smaller is better.
   *
   * @param x  n x d
   * @returns -2 log L + p log n, in nats
   */
  bic(x: MatrixLike): number {
    const { mixture, parameters } = this.#fitFor('bic');
    return bic.cost(evidenceOf(mixture, { parameters, x }));
  }

  /**
   * Akaike's criterion of the fitted mixture on rows: smaller is better.
   *
   * @param x  n x d
   * @returns -2 log L + 2 p, in nats
   */
  aic(x: MatrixLike): number {
    const { mixture, parameters } = this.#fitFor('aic');
    return aic.cost(evidenceOf(mixture, { parameters, x }));
  }

  /** All that the fit found out. */
  get fitted(): Fit {
    return this.#fitFor('fitted');
  }

  /** The fitted mixture: plain data, in full precision. */
  get mixture(): Mixture {
    return this.#fitFor('mixture').mixture;
  }

  /** K weights, summing to 1. */
  get weights(): number[] {
    return Array.from(this.#fitFor('weights').mixture.weights);
  }

  /** K means of d numbers. */
  get means(): number[][] {
    return this.#fitFor('means').mixture.means.map((mean) => Array.from(mean));
  }

  /** K covariance matrices, d x d each whatever the structure: no need to ask which it was. */
  get covariances(): number[][][] {
    const { covariances, dimension } = this.#fitFor('covariances').mixture;
    return covariances.map((covariance) => {
      const dense = toDense(covariance);
      return Array.from({ length: dimension }, (_, i) =>
        Array.from(dense.subarray(i * dimension, (i + 1) * dimension)),
      );
    });
  }

  /** Whether at most `tolerance` nats per row were left to gain. */
  get converged(): boolean {
    return this.#fitFor('converged').converged;
  }

  /** How many iterations the best start took: scikit-learn's `n_iter_`. */
  get iterations(): number {
    return this.#fitFor('iterations').iterations;
  }

  /** Total log-likelihood of the fitted rows under the fitted parameters, in nats. */
  get logLikelihood(): number {
    return this.#fitFor('logLikelihood').logLikelihood;
  }

  /** The same per row: what scikit-learn's `lower_bound_` lags one step behind. */
  get lowerBound(): number {
    const { logLikelihood, rows } = this.#fitFor('lowerBound');
    return logLikelihood / rows;
  }

  #fitFor(member: string): Fit {
    if (this.#fit !== undefined) return this.#fit;
    throw new GaussmixError('not-fitted', `GaussianMixture.${member}: call fit(x) first.`);
  }
}
