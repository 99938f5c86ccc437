import type { FitReport } from '../fitting/fit-report.ts';
import type { FitResult } from '../fitting/fit-result.ts';
import { type Terminal, widthOf } from '../terminal.ts';
import { componentTable, errorTable, type TableLayout } from './component-table.ts';
import { correlationText } from './correlation-text.ts';
import { dataText } from './data-text.ts';
import { grewText, startsText, titleOf, unitsNote, warningTexts } from './fit-words.ts';
import { costText, count, nats, significant } from './numbers.ts';
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
  const width = widthOf(terminal);
  const { result, table, plan } = report;
  const { mixture, names, selection, trace } = result;
  const rows = rowsOfComponents(result);
  const blocks = [
    dataText({ table, prepared: plan.prepared, document: result.document }, style),
    ...(selection ? [selectionText(selection, { width, style })] : []),
    [
      style.bold(headingOf(result)),
      componentTable({ mixture, names, rows }, { width, style }),
      style.dim(`  mean ± standard deviation${unitsNote(result)}`),
    ],
    ...nonEmpty(errorLines(result, { width, style })),
    ...nonEmpty(correlationText(mixture, names)),
    [...summaryOf(result), ...grewText(plan), ...traceText(trace)],
    ...nonEmpty(warningTexts(result).map((text) => `${style.bad('warning:')} ${text}`)),
    ...nonEmpty(written.map((path) => style.dim(`wrote ${path}`))),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** How far the parameters may be off, where that was asked for. */
function errorLines({ standardErrors, names }: FitResult, layout: TableLayout): string[] {
  if (standardErrors === undefined) return [];
  if (standardErrors.error !== undefined) {
    return [`${layout.style.bad('no standard errors:')} ${standardErrors.error}`];
  }
  return [
    layout.style.bold('Standard errors of weights and means'),
    errorTable(standardErrors, names, layout),
  ];
}

/** What was found, and that it was chosen. */
function headingOf(result: FitResult): string {
  const { selection } = result;
  return selection ? `${titleOf(result)}: chosen by ${selection.criterion.toUpperCase()}` : titleOf(result);
}

function summaryOf(result: FitResult): string[] {
  const { x, logLikelihood, parameters, costs, iterations, converged } = result;
  const { aic, bic, icl, ...others } = costs;
  const perRow = significant(logLikelihood / x.rows, 6);
  return [
    `log-likelihood ${nats(logLikelihood)} (${perRow} per row), ${count(parameters, 'parameter')}`,
    Object.entries({ aic, bic, icl, ...others })
      .map(([name, cost]) => `${name.toUpperCase()} ${costText(name, cost)}`)
      .join('   '),
    `${converged ? 'converged' : 'stopped'} after ${count(iterations, 'iteration')}${startsText(result)}`,
  ];
}

function nonEmpty(lines: string[]): string[][] {
  return lines.length > 0 ? [lines] : [];
}
