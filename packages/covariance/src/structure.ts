import type { Covariance } from './covariance.ts';

/** Which second moments a structure reads. */
export type MomentShape = 'full' | 'pooled' | 'diagonal' | 'sketch';

/** The maps of the data x -> c + T x that map a family of covariances to itself, from most to fewest. */
export type Closure = 'affine' | 'scaling' | 'rotation' | 'translation';

/** Second moments of K components, each about its own mean. */
export interface ComponentMoments {
  readonly dimension: number;
  /** N_k: K sums of responsibilities. */
  readonly counts: Float64Array;
  /**
   * S_k = sum_i r_ik (x_i - mu_k)(x_i - mu_k)^T.
   * "full": K matrices, d x d row-major. "diagonal": K diagonals of d. "pooled": one d x d, their sum. "sketch": K times the
   * diagonal of d, and then S_k V_k, d x q row-major.
   */
  readonly scatters: readonly Float64Array[];
  /** V_k of a sketch: K matrices, d x q row-major, as `directions` gave them. */
  readonly directions?: readonly Float64Array[];
}

/** How many covariances there are, and of what. */
export interface CovarianceSize {
  /** K. */
  readonly components: number;
  /** d. */
  readonly dimension: number;
}

/** How covariances are estimated: a family, and the M-step that picks its most likely member. */
export interface CovarianceStructure {
  /** A label for people: never looked up, never compared. */
  readonly name: string;
  /** What `estimate` reads. */
  readonly moments: MomentShape;
  /** The maps of the data that map the family to itself; the fit runs in such coordinates. */
  readonly closedUnder: Closure;
  /**
   * The most likely K covariances of the family, given the moments. A shared one is the same object K times.
   *
   * @param previous  the covariances of the pass before: the warm start of iterative families
   * @throws SingularCovarianceError when the moments determine no positive definite member
   */
  estimate(moments: ComponentMoments, previous?: readonly Covariance[]): readonly Covariance[];
  /**
   * Where the next scatters are looked at, by structures whose moments are a "sketch": those have it, others do not. Sketches of
   * two passes look in different directions, so they are not combined: such fits go at the pace of plain EM.
   *
   * @param previous  the covariances that the next E-step is made with, and that `estimate` gets; at a start there are none,
   *   and all components must then share one object
   * @returns V_k: K matrices, d x q row-major
   */
  directions?(size: CovarianceSize, previous?: readonly Covariance[]): readonly Float64Array[];
  /** How many free parameters the covariances have; weights and means not counted. */
  parameterCount(components: number, dimension: number): number;
}
