/** It comes without types. */
declare module 'expectation-maximization' {
  interface Group {
    readonly weight: number;
    readonly mu: number[];
    readonly sigma: number[][];
    /** The weighted density at a point. */
    probability(point: number[]): number;
  }
  export default function fit(points: number[][], groups: number, epsilon?: number): Group[];
}
