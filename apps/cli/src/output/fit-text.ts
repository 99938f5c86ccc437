import type { FitReport } from '../fitting/fit-report.ts';
import type { FitResult } from '../fitting/fit-result.ts';
import { type Terminal, widthOf } from '../terminal.ts';
import { componentTable } from './component-table.ts';
import { correlationText } from './correlation-text.ts';
import { dataText } from './data-text.ts';
import { count, nats, significant } from './numbers.ts';
import { selectionText } from './selection-text.ts';
import { styleOf } from './style.ts';
import { traceText } from './trace-text.ts';

/** What a person reads of a fit. @returns lines with an end */
export function fitText(report: FitReport, terminal: Terminal): string {
  const style = styleOf(terminal);
  const { result, table, plan, written } = report;
  const { mixture, names, warnings, selection, trace } = result;
  const rows = rowsOf(result);
  const blocks = [
    dataText({ table, prepared: plan.prepared, document: result.document }, style),
    ...(selection ? [selectionText(selection, style)] : []),
    [
      style.bold(titleOf(result)),
      componentTable({ mixture, names, rows }, { width: widthOf(terminal), style }),
      style.dim(`  mean ± standard deviation${unitsOf(result)}`),
    ],
    ...nonEmpty(correlationText(mixture, names)),
    [...summaryOf(result), ...traceText(trace)],
    ...nonEmpty(warnings.map(({ message }) => `${style.bad('warning:')} ${message}`)),
    ...nonEmpty(written.map((path) => style.dim(`wrote ${path}`))),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function titleOf({ mixture, structure, selection }: FitResult): string {
  const what = `${count(mixture.weights.length, 'component')}, ${structure} covariance`;
  return selection ? `${what}: chosen by ${selection.criterion.toUpperCase()}` : what;
}

/** In which units the parameters are, where those are not the data's. */
function unitsOf({ document }: FitResult): string {
  const kinds = document.transforms.map(({ kind }) => kind);
  if (kinds.includes('pca')) return ' of the principal components';
  return kinds.includes('one-hot') ? ', encoded columns as shares' : '';
}

/** For each component how many rows are most likely its own. */
function rowsOf({ mixture, labels }: FitResult): number[] {
  const rows = Array.from(mixture.weights, () => 0);
  for (const label of labels) rows[label]!++;
  return rows;
}

function summaryOf({
  x,
  logLikelihood,
  parameters,
  costs,
  iterations,
  converged,
  restarts,
}: FitResult): string[] {
  const perRow = significant(logLikelihood / x.rows, 6);
  const reached =
    restarts.total > 1 ? `; best optimum found by ${restarts.best} of ${restarts.total} starts` : '';
  const failed = restarts.failed > 0 ? `, ${restarts.failed} failed` : '';
  return [
    `log-likelihood ${nats(logLikelihood)} (${perRow} per row), ${count(parameters, 'parameter')}`,
    `AIC ${nats(costs.aic)}   BIC ${nats(costs.bic)}   ICL ${nats(costs.icl)}`,
    `${converged ? 'converged' : 'stopped'} after ${count(iterations, 'iteration')}${reached}${failed}`,
  ];
}

function nonEmpty(lines: string[]): string[][] {
  return lines.length > 0 ? [lines] : [];
}
