import { GaussmixError } from '@gaussmix/kernels';
import { createRandom } from '@gaussmix/random';
import { describe, expect, test } from 'vitest';
import { type Cell, type CellRunner, fitCell, selectMixture, selectMixtureAsync } from '../src/index.ts';
import { readDataset } from './read-reference.ts';

const { x } = readDataset('faithful', ['eruptions', 'waiting']);
const search = { components: [1, 2, 3], covariances: ['full', 'spherical'], restarts: 2, seed: 5 };
const expected = selectMixture(x, search);

/** Lets every cell wait for its turn in an order drawn by the seed. */
function shuffled(seed: number): CellRunner {
  const random = createRandom(seed);
  const waiting: (() => void)[] = [];
  const startSome = () => random.shuffle(waiting).pop()?.();
  return (spec, fitHere) =>
    new Promise((resolve, reject) => {
      waiting.push(() => fitHere(spec).then(resolve, reject));
      setTimeout(startSome, 1);
    });
}

describe('The same search in the background gives the same bits', () => {
  test('one cell after the other', async () => {
    expect(await selectMixtureAsync(x, search)).toEqual(expected);
  });

  test('all cells at once', async () => {
    expect(await selectMixtureAsync(x, { ...search, runner: (spec, fitHere) => fitHere(spec) })).toEqual(
      expected,
    );
  });

  test.each([1, 2, 3])('in an order shuffled by seed %d', async (seed) => {
    const told: Cell[] = [];
    const onCell = (cell: Cell) => told.push(cell);
    const selection = await selectMixtureAsync(x, { ...search, runner: shuffled(seed), onCell });
    expect(selection).toEqual(expected);
    expect(told).not.toEqual(expected.table);
    expect(new Set(told.map(({ value }) => value))).toEqual(
      new Set(expected.table.map(({ value }) => value)),
    );
  });

  test('as a worker would that is posted the rows and the spec, and posts back the result', async () => {
    const worker: CellRunner = async (spec) => {
      const posted = structuredClone({ x, spec });
      return structuredClone(fitCell(posted.x, posted.spec));
    };
    expect(await selectMixtureAsync(x, { ...search, runner: worker })).toEqual(expected);
  });

  test('with cells that fail, by the same words', async () => {
    const flat = x.map(([first]) => [first!, 3]);
    const options = { components: 2, covariances: ['full', 'spherical'], restarts: 2 };
    expect(await selectMixtureAsync(flat, options)).toEqual(selectMixture(flat, options));
  });
});

describe('A signal ends the search with its reason', () => {
  test('before it begins', async () => {
    const runner = () => {
      throw new Error('a cell was run');
    };
    const signal = AbortSignal.abort('changed my mind');
    await expect(selectMixtureAsync(x, { ...search, runner, signal })).rejects.toBe('changed my mind');
  });

  test('between two cells, and then no more cells are told', async () => {
    const controller = new AbortController();
    let told = 0;
    const onCell = () => {
      told++;
      controller.abort('enough');
    };
    const selection = selectMixtureAsync(x, { ...search, onCell, signal: controller.signal });
    await expect(selection).rejects.toBe('enough');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told).toBe(1);
  });

  test('within a fit', async () => {
    const controller = new AbortController();
    let steps = 0;
    const onIteration = () => {
      steps++;
      if (steps === 5) controller.abort('too slow');
    };
    const selection = selectMixtureAsync(x, { ...search, onIteration, signal: controller.signal });
    await expect(selection).rejects.toBe('too slow');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(steps).toBe(5);
  });

  test('though the runner never answers', async () => {
    const controller = new AbortController();
    const runner = () => new Promise<never>(() => {});
    const selection = selectMixtureAsync(x, { ...search, runner, signal: controller.signal });
    controller.abort('waited long enough');
    await expect(selection).rejects.toBe('waited long enough');
  });
});

test('A runner that breaks ends the search with its own error.', async () => {
  const broken = new Error('the worker is gone');
  const runner: CellRunner = async ({ components }, fitHere) => {
    if (components === 2) throw broken;
    return fitHere({ components, covariance: 'full', options: {} });
  };
  await expect(selectMixtureAsync(x, { ...search, runner })).rejects.toBe(broken);
});

test('A runner that does not return what fitCell returned is refused.', async () => {
  const runner = (() => 42) as unknown as CellRunner;
  await expect(selectMixtureAsync(x, { ...search, runner })).rejects.toThrow(
    new GaussmixError(
      'runner',
      'selectMixtureAsync: the runner must return what fitCell returned, got number.',
    ),
  );
});

test('Bad input is refused by the promise.', async () => {
  await expect(selectMixtureAsync([1, 2, 3], { components: 4 })).rejects.toThrow(
    new GaussmixError(
      'components',
      'selectMixtureAsync: components must be whole numbers from 1 to the number of rows (3), got 4. ' +
        'Try range(1, 3).',
    ),
  );
});
