import { type AsyncFitOptions, fitMixtureAsync } from '@gaussmix/em';

const data = Float64Array.from({ length: 60_000 }, (_, i) => ((i * 7919) % 1013) / 1013 + (i % 9));

/** Every number of a few iterations over 20,000 rows, in bits: 16 hexadecimal digits each. And the warnings. */
export async function fitOver(
  engine: AsyncFitOptions['engine'],
): Promise<{ bits: string[]; warnings: string[] }> {
  const { mixture, trace, warnings } = await fitMixtureAsync(
    { data, rows: 20_000, columns: 3 },
    {
      ...{ engine, maxIterations: 4, tolerance: 0 },
      initial: {
        means: [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
      },
    },
  );
  const numbers = [trace, mixture.weights, ...mixture.means].flatMap((list) => [...list]);
  const words = new BigUint64Array(Float64Array.from(numbers).buffer);
  return {
    bits: [...words].map((word) => word.toString(16).padStart(16, '0')),
    warnings: warnings.map(({ code, message }) => `${code}: ${message}`),
  };
}
