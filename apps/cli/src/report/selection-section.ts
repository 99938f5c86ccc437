import type { FitResult } from '../fitting/fit-result.ts';
import { hasCollapsed, type SelectionCell } from '../fitting/selection-cell.ts';
import { nats } from '../output/numbers.ts';
import { selectionFigures } from './figures.ts';
import { html, type Markup, type Part } from './html.ts';
import { htmlTable } from './html-table.ts';

type Selection = NonNullable<FitResult['selection']>;

/** Every model that was tried, in a figure and in a table, and which one won. */
export function selectionSection(selection: Selection): Markup {
  const { cells, winner, criterion } = selection;
  const collapsed = cells.some(hasCollapsed)
    ? ' Models with a collapsed component cannot win: their likelihood has no bound. In the figures they count as failed.'
    : '';
  const head = [
    'covariance',
    'components',
    'log-likelihood',
    'parameters',
    'AIC',
    'BIC',
    'ICL',
    'iterations',
    '',
  ];
  return html`<section><h2>Choosing the model</h2>
<p>${cells.length} models were fitted. The smallest ${criterion.toUpperCase()} won: it weighs how well a model explains the rows
against how many parameters it needs.${collapsed}</p>
${selectionFigures(selection)}
<details${cells.length <= 12 ? html` open` : undefined}><summary>All models in numbers</summary>
${htmlTable({ head, rows: cells.map(rowOf), winner })}</details></section>`;
}

function rowOf(cell: SelectionCell): Part[] {
  const { components, covariance, error, warnings = [] } = cell;
  const numbers = [cell.logLikelihood, cell.parameters, cell.aic, cell.bic, cell.icl, cell.iterations];
  const texts = numbers.map((number, i) =>
    number === undefined ? '' : i % 4 === 1 ? String(number) : nats(number),
  );
  const remark =
    error === undefined
      ? [...new Set(warnings.map(({ code }) => code.replaceAll('-', ' ')))].join(', ')
      : 'failed';
  const why = error ?? warnings.map(({ message }) => message).join(' ');
  return [covariance, components, ...texts, html`<span class="failed" title="${why}">${remark}</span>`];
}
