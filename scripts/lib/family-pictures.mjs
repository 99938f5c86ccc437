import { covarianceFromDense, families } from '@gaussmix/covariance';
import { createMixture, sample } from '@gaussmix/distributions';
import { fitMixture } from '@gaussmix/em';
import { ellipseLevel, ellipsePoints, figureToString, scatterFigure } from '@gaussmix/plot';
import { parseHTML } from 'linkedom';

/** In CSS pixels. */
const size = { width: 240, height: 180 };

/** How many rows are fitted and how many are drawn: files stay small. */
const rowCount = 300;
const maxPoints = 180;

/** Passes of plain EM: enough that not a digit changes any more, so that no picture depends on how fits end. */
const passes = 400;

/** Three groups that differ in volume, shape and orientation, so that every family has something to give up. */
const groups = createMixture({
  weights: [0.45, 0.2, 0.35],
  means: [
    [0, 0],
    [8.2, 2.4],
    [0.8, 5.6],
  ],
  covariances: [
    [4, 1.65, 1.65, 1.25], // large and long, at 25 degrees
    [0.31, -0.34, -0.34, 2.19], // of middle size and long, at 100 degrees
    [0.4, 0.14, 0.14, 0.22], // small and less long, at 30 degrees
  ].map((matrix) => covarianceFromDense(Float64Array.from(matrix), 2)),
});

/**
 * Every family fitted to the same rows, each from the groups that these were drawn from, and drawn to the same scale.
 *
 * @returns {Map<string, string>}  of the file of a family, such as "VEV.svg", to its text
 */
export function familyPictures() {
  const { rows, labels } = sample(groups, rowCount, { seed: 14 });
  const mixtures = families.map(({ structure }) => {
    const start = { initial: { labels }, tolerance: 0, maxIterations: passes };
    return fitMixture(rows, { ...start, covariance: structure }).mixture;
  });
  const { document } = parseHTML('');
  const look = { ...size, document, extent: extentOf(rows, mixtures), maxPoints, bare: true };
  return new Map(
    families.map(({ name }, i) => [
      `${name}.svg`,
      `${figureToString(scatterFigure(mixtures[i], rows, look))}\n`,
    ]),
  );
}

/**
 * The stretch of both axes that holds all rows and ellipses, with units as long across as up.
 *
 * @param {import('@gaussmix/linalg').Matrix} rows
 * @param {import('@gaussmix/distributions').Mixture[]} mixtures
 * @returns {[[number, number], [number, number]]}
 */
function extentOf(rows, mixtures) {
  const level = ellipseLevel(0.95);
  const outlines = mixtures.flatMap(({ covariances, means }) =>
    covariances.map((covariance, k) => ellipsePoints(covariance, means[k], { level })),
  );
  /** @type {(column: 0 | 1) => { middle: number, span: number }} */
  const reach = (column) => {
    const values = [rows, ...outlines].flatMap(({ data }) =>
      Array.from(data).filter((_, i) => i % 2 === column),
    );
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { middle: (low + high) / 2, span: high - low };
  };
  const [across, up] = [reach(0), reach(1)];
  const perPixel = Math.max(across.span / size.width, up.span / size.height);
  /** @type {(middle: number, pixels: number) => [number, number]} */
  const around = (middle, pixels) => [middle - (perPixel * pixels) / 2, middle + (perPixel * pixels) / 2];
  return [around(across.middle, size.width), around(up.middle, size.height)];
}
