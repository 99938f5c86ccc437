import { describe, expect, it } from 'vitest';
import {
  ASSIGNMENT_ENTROPY,
  BLOCKS_WITH_OMISSIONS,
  LOG_LIKELIHOOD,
  LOG_MAX_POSTERIOR,
  momentLayout,
  OBJECTIVE_GAP,
} from '../../src/index.ts';

describe('momentLayout', () => {
  it('puts five totals first', () => {
    const totals = [
      LOG_LIKELIHOOD,
      ASSIGNMENT_ENTROPY,
      LOG_MAX_POSTERIOR,
      BLOCKS_WITH_OMISSIONS,
      OBJECTIVE_GAP,
    ];
    expect(totals).toEqual([0, 1, 2, 3, 4]);
  });

  it('lays out 4 components in 3 dimensions: 5 totals, 4 counts, 12 deviations, then the scatters', () => {
    const common = { components: 4, dimension: 3, directions: 0, counts: 5, deviations: 9, scatters: 21 };
    expect(momentLayout(4, 3, 'full')).toEqual({
      ...common,
      scatter: 'full',
      scatterLength: 6,
      length: 21 + 24,
    });
    expect(momentLayout(4, 3, 'pooled')).toEqual({
      ...common,
      scatter: 'pooled',
      scatterLength: 6,
      length: 21 + 6,
    });
    expect(momentLayout(4, 3, 'diagonal')).toEqual({
      ...common,
      scatter: 'diagonal',
      scatterLength: 3,
      length: 21 + 12,
    });
  });

  it('lays out sketches as diagonals, each with its products behind it', () => {
    const layout = momentLayout(4, 3, 2);
    expect(layout).toMatchObject({
      scatter: 'sketch',
      directions: 2,
      scatterLength: 9,
      length: 5 + 4 + 12 + 36,
    });
  });

  it('is as long for every shape when one component has one dimension', () => {
    for (const scatter of ['full', 'pooled', 'diagonal'] as const) {
      expect(momentLayout(1, 1, scatter).length).toBe(5 + 1 + 1 + 1);
    }
  });
});
