import { expect, it } from 'vitest';
import { reachWith } from '../src/compare/reach.ts';

it('The fewest starts come before the largest tolerance, and an attempt that fails has not reached it', async () => {
  const tried: string[] = [];
  const attempt = async ({ tolerance, starts }: { tolerance: string; starts: number }) => {
    tried.push(`${starts} ${tolerance}`);
    if (starts === 1) throw new Error('no answer');
    const logLikelihood = starts >= 5 ? -Number(tolerance) : -100;
    return { seconds: 1, logLikelihood };
  };
  const { reach, highest } = await reachWith(attempt, -2e-5);
  expect(reach).toEqual({ tolerance: '1e-5', starts: 5 });
  expect(highest).toBe(-1e-10);
  expect(tried).toEqual(['1 1e-10', '2 1e-10', '5 1e-10', '5 1e-3', '5 1e-4', '5 1e-5']);
});

it('What no setting reaches is not reached', async () => {
  const { reach, highest } = await reachWith(async () => ({ seconds: 1, logLikelihood: -7 }), -6);
  expect(reach).toBeUndefined();
  expect(highest).toBe(-7);
});
