import { describe, expect, inject, it } from 'vitest';
import { bitsOfFit, fitCases, forms } from './fits.ts';

const dataSets = inject('dataSets');
const bitsInNode = inject('bitsInNode');

describe.each(Object.entries(forms))('A fit in a page, with the %s loops', (form, kernels) => {
  it('runs the loops that it says', () => {
    expect(kernels.form).toBe(form);
  });

  it.each(fitCases.map((fitCase) => [fitCase.title, fitCase] as const))(
    'has the bits of Node: %s',
    (title, fitCase) => {
      expect(bitsOfFit(dataSets, fitCase, kernels)).toEqual(bitsInNode[title]);
    },
  );
});
