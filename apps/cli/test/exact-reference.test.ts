import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FitDocument, fitDocument } from './fit-document.ts';
import { runCli } from './run-cli.ts';
import { scratch } from './scratch.ts';

/** EM in 60-digit arithmetic, from test/reference/exact_reference.py. */
interface ExactCase {
  readonly name: string;
  readonly data: readonly (readonly number[])[];
  readonly components: number;
  readonly iterations: number;
  readonly startRows: readonly number[];
  readonly startVariances: readonly number[];
  readonly weights: readonly number[];
  readonly means: readonly (readonly number[])[];
  readonly covariances: readonly (readonly (readonly number[])[])[];
  readonly logLikelihood: number;
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../reference/exact-reference.json', import.meta.url), 'utf8'),
) as { cases: readonly ExactCase[] };

const files = scratch();

function startOf({ components, data, startRows, startVariances }: ExactCase) {
  return {
    format: 'gaussmix-mixture',
    version: 1,
    columns: ['first', 'second'],
    components: startRows.map((row) => ({
      weight: 1 / components,
      mean: data[row],
      covariance: {
        kind: 'dense',
        matrix: startVariances.map((variance, i) => startVariances.map((_, j) => (i === j ? variance : 0))),
      },
    })),
  };
}

/** The fewest digits to which numbers agree with those that are true. */
function digits(got: readonly number[], exact: readonly number[]): number {
  return Math.min(
    ...exact.map(
      (value, i) => -Math.log10(Math.abs(got[i]! - value) / Math.abs(value) || Number.EPSILON / 4),
    ),
  );
}

function matrixOf({ covariance }: FitDocument['components'][number]): readonly number[] {
  return covariance.kind === 'dense' ? covariance.matrix.flat() : [];
}

/** Through CSV, a start document and the printed model: none of them may lose what the library has. */
describe('EM from a stated start keeps the digits of 60-digit arithmetic', () => {
  for (const exact of cases) {
    // The issue asks for 12 digits, and for 9 of the almost collinear columns.
    const wanted = exact.name.startsWith('almost collinear') ? 9 : 12;

    it(`${exact.name}: ${wanted} digits, and as many when the model is scored again`, async () => {
      const name = exact.name.replaceAll(/\W+/g, '-');
      const data = files.write(
        `${name}.csv`,
        `first,second\n${exact.data.map((row) => row.join()).join('\n')}\n`,
      );
      const start = files.write(`${name}.json`, JSON.stringify(startOf(exact)));
      const out = files.path(`${name}.model.json`);
      const { components, fit } = await fitDocument([
        ...[data, '--initial', start, '--out', out, '--regularization', '0', '--acceleration', 'none'],
        ...['--tolerance', '0', '--max-iterations', String(exact.iterations)],
      ]);
      expect(fit!.iterations).toBe(exact.iterations);
      expect(
        digits(
          components.map(({ weight }) => weight),
          exact.weights,
        ),
      ).toBeGreaterThan(wanted);
      expect(
        digits(
          components.flatMap(({ mean }) => mean),
          exact.means.flat(),
        ),
      ).toBeGreaterThan(wanted);
      expect(digits(components.flatMap(matrixOf), exact.covariances.flat(2))).toBeGreaterThan(wanted);
      expect(digits([fit!.logLikelihood!], [exact.logLikelihood])).toBeGreaterThan(wanted);

      const scored = await runCli(['score', out, data, '--json']);
      expect(digits([JSON.parse(scored.stdout).logLikelihood], [exact.logLikelihood])).toBeGreaterThan(
        wanted,
      );
    });
  }
});
