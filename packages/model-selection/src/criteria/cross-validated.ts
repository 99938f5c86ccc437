import { GaussmixError } from '@gaussmix/kernels';
import type { Criterion } from '../criterion.ts';
import { type CrossValidateOptions, crossValidate } from '../cross-validate.ts';
import { failedResult } from '../failed-result.ts';

/**
 * Cross-validated log-likelihood as a criterion, in nats, smaller is better.
 *
 *   CV = -2 sum_i log p(x_i; parameters fitted without the fold of row i)
 *
 * It is on the scale of AIC, which estimates the same loss, and needs no count of parameters. Each fold is
 * fitted anew with the options of the fit, regularization included, from its parameters unless a start or
 * restarts were asked for, and the folds come from their seed, so that all fits of a search are judged by the same ones. Where a fold cannot be fitted it is Infinity.
 *
 * Costs as much as `folds` fits. Smyth (2000), Statistics and Computing 10, 63-72; Stone (1977), Journal of
 * the Royal Statistical Society B 39(1), 44-47, on AIC.
 *
 * @param options  `folds`: how many, or the fold of each row; 5 when absent
 * @returns a criterion named "cv", whose cost needs the context of the fit: GaussmixError "context" without
 */
export function crossValidated(options: Pick<CrossValidateOptions, 'folds'> = {}): Criterion {
  return {
    name: 'cv',
    cost: ({ mixture }, context) => {
      if (context === undefined) {
        throw new GaussmixError(
          'context',
          'cv: cost must be told how the fit was made, got the fit alone. ' +
            'Try cv.cost(fit, { x, options }) with the rows and the options of the fit.',
        );
      }
      const { onIteration: _, suggestions: _others, ...fitOptions } = context.options;
      const { restarts, initial } = fitOptions;
      const start = restarts === undefined && initial === undefined ? { initial: mixture } : {};
      try {
        return -2 * crossValidate(context.x, { ...fitOptions, ...start, ...options }).logLikelihood;
      } catch (error) {
        failedResult(error); // throws what no other mixture would cure
        return Infinity;
      }
    },
  };
}

/** Five-fold cross-validated log-likelihood: {@link crossValidated} with its defaults. */
export const cv: Criterion = {
  name: 'cv',
  cost: (fit, context) => crossValidated().cost(fit, context),
};
