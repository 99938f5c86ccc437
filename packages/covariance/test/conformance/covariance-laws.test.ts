import { readFileSync } from 'node:fs';
import { GaussmixError } from '@gaussmix/kernels';
import { expect, test } from 'vitest';
import { covarianceLaws } from '../../src/conformance.ts';
import { SingularCovarianceError } from '../../src/singular-covariance-error.ts';
import { diag } from '../../src/structures/diag.ts';
import { full } from '../../src/structures/full.ts';
import { spherical } from '../../src/structures/spherical.ts';

const count = 'parameterCount is the dimension of the family';
const small = { components: [2], dimensions: [3] };

/** What a check throws. */
function complaint(check: () => void): Error {
  try {
    check();
  } catch (error) {
    return error as Error;
  }
  throw new Error('the check passed');
}

test('Laws are titled once each, and the titles are the same for every structure.', () => {
  const titles = covarianceLaws(full).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(covarianceLaws(spherical).map(({ title }) => title)).toEqual(titles);
});

test('The README lists every law by its title, in order.', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const listed = [...readme.matchAll(/^- `(.*)`$/gm)].map(([, title]) => title);
  expect(listed).toEqual(covarianceLaws(full).map(({ title }) => title));
});

test('A check that fails throws a GaussmixError that says where, what must hold and what came.', () => {
  const wrong = { ...diag, name: 'mine', parameterCount: (k: number, d: number) => 10 * k + d };
  const law = covarianceLaws(wrong, small).find(({ title }) => title === count)!;
  const error = complaint(law.check);
  expect(error).toBeInstanceOf(GaussmixError);
  expect(error).toMatchObject({
    code: 'conformance',
    message:
      'mine, 2 component(s) in 3 dimension(s): parameterCount(2, 3) must be 6, the dimension of the family, got 23.',
  });
});

test('An error of the structure itself is passed on with the setting that it came from.', () => {
  const inner = new SingularCovarianceError(1);
  const throwing = {
    ...full,
    estimate() {
      throw inner;
    },
  };
  const law = covarianceLaws(throwing, small).find(({ title }) => title === count)!;
  const error = complaint(law.check);
  expect(error.message).toBe(
    'full, 2 component(s) in 3 dimension(s): estimate: the covariance of component 2 must be positive definite, ' +
      'got a singular one.',
  );
  expect(error.cause).toBe(inner);
});

test('Only the components and dimensions asked for are tried.', () => {
  const seen = new Set<string>();
  const watched = {
    ...diag,
    estimate(moments: Parameters<typeof diag.estimate>[0]) {
      seen.add(`${moments.counts.length} in ${moments.dimension}`);
      return diag.estimate(moments);
    },
  };
  for (const { check } of covarianceLaws(watched, { components: [2, 5], dimensions: [3] })) check();
  expect([...seen]).toEqual(['2 in 3', '5 in 3']);
});

test('A law that is excepted is named with the reason, and must fail.', () => {
  const wrong = { ...diag, parameterCount: () => 7 };
  const except = { [count]: 'seven is a lucky number' };
  const laws = covarianceLaws(wrong, { ...small, except });
  const law = laws.find(({ title }) => title.includes(count))!;
  expect(law.title).toBe(`does not hold: ${count} (seven is a lucky number)`);
  expect(law.check).not.toThrow();
  expect(laws).toHaveLength(covarianceLaws(diag).length);
});

test('An exception that is not needed fails.', () => {
  const laws = covarianceLaws(diag, { ...small, except: { [count]: 'no reason' } });
  const error = complaint(laws.find(({ title }) => title.includes(count))!.check);
  expect(error.message).toBe(
    `covarianceLaws: "${count}" must fail, as it is excepted, but it holds. Remove the exception.`,
  );
});

test('An exception to no law is refused, with the titles that there are.', () => {
  const error = complaint(() => covarianceLaws(diag, { except: { 'it is nice': 'it is not' } }));
  expect(error).toMatchObject({
    code: 'conformance',
    message:
      'covarianceLaws: except must be keyed by the titles of laws, got "it is nice". The titles are\n' +
      covarianceLaws(diag)
        .map(({ title }) => `  ${title}`)
        .join('\n'),
  });
});

test('The message of a rival says how much more likely it is.', () => {
  const biased = {
    ...spherical,
    estimate(moments: Parameters<typeof spherical.estimate>[0]) {
      return spherical.estimate({ ...moments, counts: moments.counts.map((n) => n / 2) });
    },
  };
  const law = covarianceLaws(biased, { components: [1], dimensions: [1] }).find(({ title }) =>
    title.includes('more likely'),
  )!;
  const gain =
    /^spherical, 1 component\(s\) in 1 dimension\(s\): .* by -0\.03 at row 1, column 1 has (.*) more\.$/.exec(
      complaint(law.check).message,
    );
  // A variance twice too large, made smaller by 3 %: -1/2 (ln v + s / v) grows by -1/2 (ln 0.97 + (1 / 0.97 - 1) / 2).
  expect(Number(gain?.[1])).toBeCloseTo(-(Math.log(0.97) + (1 / 0.97 - 1) / 2) / 2, 5);
});
