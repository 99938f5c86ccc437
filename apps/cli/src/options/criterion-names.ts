import type { CriterionName } from '@gaussmix/model-selection';

/** What may stand behind --criterion: every criterion that comes with the library, which is not loaded for its names. */
export const criterionNames = Object.keys({
  bic: true,
  icl: true,
  aic: true,
  aicc: true,
  clc: true,
  nec: true,
  cv: true,
} satisfies Record<CriterionName, true>) as CriterionName[];
