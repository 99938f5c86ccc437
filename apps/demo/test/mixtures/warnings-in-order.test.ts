import { expect, it } from 'vitest';
import { warningsInOrder } from '../../src/mixtures/warnings-in-order.ts';

it('warnings name components by their places on the page', () => {
  const warnings = [
    { code: 'few-rows', component: 2, message: 'component 3 of 3 holds 2.5 rows.' },
    { code: 'not-converged', message: 'after 3 iterations there was more to gain.' },
  ];
  expect(warningsInOrder(warnings, [2, 0, 1])).toEqual([
    'component 1 of 3 holds 2.5 rows.',
    'after 3 iterations there was more to gain.',
  ]);
});
