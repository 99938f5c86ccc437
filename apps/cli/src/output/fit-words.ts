import type { FitResult } from '../fitting/fit-result.ts';
import type { FitPlan } from '../fitting/plan-fit.ts';
import { count } from './numbers.ts';

/** What was found, in a few words: `3 components, full covariance`. */
export function titleOf({ mixture, structure }: FitResult): string {
  return `${count(mixture.weights.length, 'component')}, ${structure} covariance`;
}

/** In which units the parameters are, where those are not the data's; begins with a blank or a comma. */
export function unitsNote({ document }: FitResult): string {
  const kinds = document.transforms.map(({ kind }) => kind);
  if (kinds.includes('pca')) return ' of the principal components';
  return kinds.includes('one-hot') ? ', of encoded columns as shares' : '';
}

/** How the starts went, where there was more than one; begins with a semicolon. */
export function startsText({ restarts: { total, best, failed } }: FitResult): string {
  const reached = total > 1 ? `; best optimum found by ${best} of ${total} starts` : '';
  return failed > 0 ? `${reached}, ${failed} failed` : reached;
}

/** What the components grew from, where the rows were labeled: a line or none. */
export function grewText({ grewFrom }: FitPlan): string[] {
  return grewFrom
    ? [`started from labels: ${grewFrom.map((name, k) => `${k} from ${name}`).join(', ')}`]
    : [];
}

/** The warnings of a fit; components that share a kind of warning share a text. */
export function warningTexts({ warnings }: Pick<FitResult, 'warnings'>): string[] {
  return warnings
    .filter(({ code }, i) => warnings.findIndex((other) => other.code === code) === i)
    .map(({ code, message }) => {
      const [, ...others] = warnings.filter((other) => other.code === code);
      const labels = others.map(({ component }) => component).join(', ');
      return others.length === 0 ? message : `${message} The same holds for label ${labels}.`;
    });
}
