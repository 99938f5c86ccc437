import { covarianceFromJSON } from '../../covariance-from.ts';
import { covarianceToJSON } from '../../covariance-to-json.ts';
import { demand, inEverySetting, type Law } from '../law.ts';
import { sameData } from '../same-data.ts';
import { estimateFrom } from '../setting.ts';

/** Covariances are plain data: they are written into model documents and posted to workers. */
export const survivesSaving: Law = inEverySetting(
  'the covariances survive JSON and structuredClone with the same bits',
  ({ structure, moments }) => {
    for (const covariance of estimateFrom(structure, moments)) {
      const text = JSON.stringify(covarianceToJSON(covariance));
      const saved = covarianceFromJSON(JSON.parse(text));
      demand(
        sameData(saved, covariance),
        `a saved covariance must read back to the same data and nothing more, got ${text}.`,
      );
      const clone = structuredClone(covariance);
      demand(sameData(clone, covariance), 'a covariance must be equal to its structuredClone.');
    }
  },
);
