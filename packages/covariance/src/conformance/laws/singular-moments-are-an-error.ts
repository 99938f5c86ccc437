import type { Covariance } from '../../covariance.ts';
import type { ComponentMoments } from '../../structure.ts';
import { demandProper } from '../demand-proper.ts';
import { demand, inEverySetting, type Law } from '../law.ts';
import { mapMoments } from '../moments.ts';
import { estimateFrom, estimateOnce, type Setting } from '../setting.ts';
import { diagonalMatrix } from '../square-matrices.ts';

/** Moments that may determine no covariance, and the components that they are bad for. */
interface Trouble {
  readonly name: string;
  readonly moments: ComponentMoments;
  readonly culprits: readonly number[];
}

/** Deviations whose variances are near the ends of the doubles. */
const extremeScales = [1e100, 1e-100];

/**
 * A component whose rows lie in a plane, on one point, or nowhere, has no density. The answer is an error that a
 * fit can catch by its code, and that names the component if it is one component's; or a proper covariance, from a
 * family that can still tell one. Never NaN.
 */
export const singularMomentsAreAnError: Law = inEverySetting(
  'singular moments are a SingularCovarianceError that names the component, or a proper answer',
  (setting) => {
    const healthy = estimateFrom(setting.structure, setting.moments);
    for (const trouble of troubles(setting)) {
      for (const previous of [undefined, healthy]) {
        const outcome = attempt(setting, trouble, previous);
        if (outcome.error === undefined) demandProper(outcome.covariances, setting);
        else demandGoodError(outcome.error, trouble, healthy);
      }
    }
  },
);

function troubles({ moments, components: K, dimension: d }: Setting): Trouble[] {
  const everybody = Array.from({ length: K }, (_, k) => k);
  const flat = flatScatter(d);
  const point = new Float64Array(d * d);
  const only = (k: number, scatter: Float64Array, count = 8): ComponentMoments => ({
    ...moments,
    counts: moments.counts.map((other, at) => (at === k ? count : other)),
    scatters: moments.scatters.map((other, at) => (at === k ? scatter : other)),
  });
  return [
    ...everybody.flatMap((k) => [
      { name: `component ${k + 1} flat`, moments: only(k, flat), culprits: [k] },
      { name: `component ${k + 1} one point`, moments: only(k, point), culprits: [k] },
      { name: `component ${k + 1} empty`, moments: only(k, point, 0), culprits: [k] },
    ]),
    {
      name: 'collinear columns',
      moments: { ...moments, scatters: everybody.map(() => flat) },
      culprits: everybody,
    },
    {
      name: 'every component one point',
      moments: { ...moments, scatters: everybody.map(() => point) },
      culprits: everybody,
    },
    ...extremeScales.map((scale) => ({
      name: `data scaled by ${scale}`,
      moments: mapMoments(moments, diagonalMatrix(new Float64Array(d).fill(scale))),
      culprits: everybody,
    })),
  ];
}

/** The scatter of rows whose last column is the sum of the others: B B^T, B = (I over a row of ones), rank d - 1. */
function flatScatter(d: number): Float64Array {
  const last = d - 1;
  return Float64Array.from({ length: d * d }, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    if (i === last && j === last) return last;
    return i === j || i === last || j === last ? 1 : 0;
  });
}

type Outcome =
  | { readonly covariances: readonly Covariance[]; readonly error?: undefined }
  | { readonly error: object };

function attempt({ structure }: Setting, { moments }: Trouble, previous?: readonly Covariance[]): Outcome {
  try {
    return { covariances: estimateOnce(structure, moments, previous) };
  } catch (error) {
    return { error: Object(error) };
  }
}

/** Known by its code, for a class may exist twice (as ESM and as CommonJS). */
function demandGoodError(error: object, { name, culprits }: Trouble, healthy: readonly Covariance[]): void {
  const { code, component } = error as { code?: unknown; component?: unknown };
  demand(
    code === 'singular-covariance',
    `${name}: estimate must throw a SingularCovarianceError or give proper covariances, got ${error}.`,
  );
  const alone = healthy.length === 1;
  const shared = healthy.every((covariance) => covariance === healthy[0]);
  const mayNameNone = alone || shared || culprits.length > 1;
  const mayName = alone || !shared ? culprits : [];
  demand(
    component === undefined ? mayNameNone : mayName.some((k) => k === component),
    `${name}: the error's component must be ${[...mayName, ...(mayNameNone ? ['undefined'] : [])].join(' or ')}, ` +
      `got ${component}.`,
  );
}
