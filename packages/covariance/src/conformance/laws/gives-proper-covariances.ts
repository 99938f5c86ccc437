import { demandProper } from '../demand-proper.ts';
import { inEverySetting, type Law } from '../law.ts';
import { estimateFrom } from '../setting.ts';

/** K of them, of dimension d, well-formed and positive definite. */
export const givesProperCovariances: Law = inEverySetting(
  'each component gets one positive definite covariance',
  (setting) => {
    demandProper(estimateFrom(setting.structure, setting.moments), setting);
  },
);
