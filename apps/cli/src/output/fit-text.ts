import type { FitReport } from '../fitting/fit-report.ts';
import type { FitResult } from '../fitting/fit-result.ts';
import { type Terminal, widthOf } from '../terminal.ts';
import { componentTable } from './component-table.ts';
import { correlationText } from './correlation-text.ts';
import { dataText } from './data-text.ts';
import { grewText, startsText, titleOf, unitsNote, warningTexts } from './fit-words.ts';
import { count, nats, significant } from './numbers.ts';
import { rowsOfComponents } from './rows-of-components.ts';
import { selectionText } from './selection-text.ts';
import { styleOf } from './style.ts';
import { traceText } from './trace-text.ts';

/**
 * What a person reads of a fit.
 *
 * @param written  paths of the files that were written
 * @returns lines with an end
 */
export function fitText(
  report: FitReport,
  { written, terminal }: { written: readonly string[]; terminal: Terminal },
): string {
  const style = styleOf(terminal);
  const { result, table, plan } = report;
  const { mixture, names, selection, trace } = result;
  const rows = rowsOfComponents(result);
  const blocks = [
    dataText({ table, prepared: plan.prepared, document: result.document }, style),
    ...(selection ? [selectionText(selection, style)] : []),
    [
      style.bold(headingOf(result)),
      componentTable({ mixture, names, rows }, { width: widthOf(terminal), style }),
      style.dim(`  mean ± standard deviation${unitsNote(result)}`),
    ],
    ...nonEmpty(correlationText(mixture, names)),
    [...summaryOf(result), ...grewText(plan), ...traceText(trace)],
    ...nonEmpty(warningTexts(result).map((text) => `${style.bad('warning:')} ${text}`)),
    ...nonEmpty(written.map((path) => style.dim(`wrote ${path}`))),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** What was found, and that it was chosen. */
function headingOf(result: FitResult): string {
  const { selection } = result;
  return selection ? `${titleOf(result)}: chosen by ${selection.criterion.toUpperCase()}` : titleOf(result);
}

function summaryOf(result: FitResult): string[] {
  const { x, logLikelihood, parameters, costs, iterations, converged } = result;
  const perRow = significant(logLikelihood / x.rows, 6);
  return [
    `log-likelihood ${nats(logLikelihood)} (${perRow} per row), ${count(parameters, 'parameter')}`,
    `AIC ${nats(costs.aic)}   BIC ${nats(costs.bic)}   ICL ${nats(costs.icl)}`,
    `${converged ? 'converged' : 'stopped'} after ${count(iterations, 'iteration')}${startsText(result)}`,
  ];
}

function nonEmpty(lines: string[]): string[][] {
  return lines.length > 0 ? [lines] : [];
}
