import { logDeterminantOfMap } from '@gaussmix/distributions';
import type { Kernels } from '@gaussmix/kernels';
import { simdKernels } from '@gaussmix/kernels/simd';
import { asMatrix, createMatrix, type Matrix, type MatrixLike } from '@gaussmix/linalg';
import { conditionRowsInto } from './conditioning/condition-rows.ts';
import { type Conditioning, coordinatesFor } from './conditioning/coordinates-for.ts';
import type { MStepSettings } from './loop/maximize.ts';
import { ridgeOf } from './loop/ridge.ts';
import type { AsyncFitOptions } from './options.ts';
import { type Settings, settingsOf } from './settings.ts';
import { requireDistinctRows } from './starts/distinct-rows.ts';

/** A fit that is set up: data in the fit's coordinates, options checked. */
export interface Problem extends Conditioning {
  readonly settings: Settings;
  /** n x d, in the fit's coordinates. */
  readonly rows: Matrix;
  readonly mStep: MStepSettings;
  /** The hot loops of recipes. */
  readonly kernels: Kernels;
  /** What the log-likelihood of all rows loses when units change from the fit's to the data's. */
  readonly logJacobian: number;
}

/**
 * Sets up a fit: checks the data and the options, chooses coordinates and moves the rows there.
 *
 * @param x  n x d
 * @param where  the name that errors begin with
 * @throws GaussmixError for whatever the data or the options do wrong
 */
export function problemOf(x: MatrixLike, options: AsyncFitOptions, where: string): Problem {
  const matrix = asMatrix(x, where);
  const settings = settingsOf(options, matrix.rows, where);
  const { structure, regularization, components } = settings;
  if (!settings.startGiven) requireDistinctRows(matrix, components, where);
  const room = roomFor(matrix, options);
  const { kernels = simdKernels() } = options;
  const conditioning = coordinatesFor(matrix, {
    room,
    kernels,
    closedUnder: structure.closedUnder,
    structure: structure.name,
    regularization: regularization === 'auto' ? 0 : regularization,
    where,
  });
  const { coordinates, unitVariance } = conditioning;
  const rows = conditionRowsInto(room, matrix, { ...coordinates, kernels });
  const ridge = ridgeOf(regularization, { map: coordinates.map, unitVariance });
  return {
    ...conditioning,
    settings,
    rows,
    mStep: { structure, weights: settings.weights, ridge },
    kernels,
    logJacobian: matrix.rows * logDeterminantOfMap(coordinates.map),
  };
}

function roomFor({ rows, columns }: Matrix, { engine }: AsyncFitOptions): Matrix {
  const data = typeof engine === 'object' ? engine.allocate?.(rows * columns) : undefined;
  return data ? { data, rows, columns } : createMatrix(rows, columns);
}
