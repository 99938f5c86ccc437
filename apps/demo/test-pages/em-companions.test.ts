import { describe, expect, it } from 'vitest';
import { number } from './kit/numbers.ts';
import { openPage } from './kit/open-page.ts';

describe('the chart of two ways up', () => {
  it.each(['start1=spread&beside=gradient', 'd=2&start2=k-means%2B%2B&beside=other'])(
    'stands where two ways start alike but for rounding: ?%s',
    async (query) => {
      const page = await openPage('em', `?${query}`);
      expect(await number(page, 'companion')).toBeCloseTo(await number(page, 'log-likelihood'), 9);
    },
  );
});
