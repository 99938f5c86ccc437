/** Centers about an origin, so that data far from zero keep their digits. */
export interface PlacedCenters {
  /** K. */
  readonly clusters: number;
  /** d. */
  readonly dimension: number;
  /** d numbers that every row loses first. */
  readonly origin: Float64Array;
  /** K x d, less the origin. */
  readonly values: Float64Array;
}
