import { aic } from '../aic.ts';
import { bic } from '../bic.ts';
import { icl } from '../icl.ts';
import { aicc } from './aicc.ts';
import { clc } from './clc.ts';
import { cv } from './cross-validated.ts';
import { nec } from './nec.ts';

/** The criteria that come with the package, by name, for those who are told a name: a command line, a form. */
export const criteria = { aic, aicc, bic, icl, clc, nec, cv } as const;

/** The name of a criterion that comes with the package. */
export type CriterionName = keyof typeof criteria;
