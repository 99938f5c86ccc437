import type { CriterionName } from '@gaussmix/model-selection';
import type { FitResult } from '../fitting/fit-result.ts';
import { isDoubtful, type SelectionCell } from '../fitting/selection-cell.ts';
import { costText, nats } from '../output/numbers.ts';
import { selectionMatrix } from '../output/selection-matrix.ts';
import { selectionFigures } from './figures.ts';
import { html, type Markup, type Part } from './html.ts';
import { htmlTable } from './html-table.ts';

type Selection = NonNullable<FitResult['selection']>;

/** What a criterion weighs, to end a sentence about it. */
const weighed: Readonly<Record<CriterionName, string>> = {
  bic: 'it weighs how well a model explains the rows against how many parameters it needs',
  aic: 'it weighs how well a model explains the rows against how many parameters it needs',
  aicc: 'it weighs how well a model explains the rows against how many parameters it needs, which few rows can hardly tell',
  icl: 'it weighs how well a model explains the rows against how many parameters it needs, and how sharply it parts them',
  clc: 'it weighs how well a model explains the rows against how far its components overlap',
  nec: 'it is the overlap of the components for each nat that they explain more than one does',
  cv: 'it is how well each fifth of the rows is explained by the model that was fitted to the others',
};

/** So many structures are read in the list of all models as well as in a matrix. */
const mostStructures = 2;

/** Every model that was tried, in a figure and in tables, and which one won. */
export function selectionSection(selection: Selection): Markup {
  const { cells, winner, criterion } = selection;
  const doubtful = cells.some(isDoubtful)
    ? ' Models with a component that collapsed, or that may be there for a few rows which happen to lie close, win only where they explain the rows far better. In figures they count as failed.'
    : '';
  const isOwn = (['aic', 'bic', 'icl'] as const).some((name) => name === criterion);
  const others = isOwn ? [] : [criterion];
  const head = [
    ...['covariance', 'components', 'log-likelihood', 'parameters', 'AIC', 'BIC', 'ICL'],
    ...others.map((name) => name.toUpperCase()),
    ...['iterations', ''],
  ];
  return html`<section><h2>Choosing the model</h2>
<p>${cells.length} models were fitted. The smallest ${criterion.toUpperCase()} won: ${weighed[criterion]}.${doubtful}</p>
${selectionFigures(selection)}
${matrixTable(selection)}
<details${cells.length <= 12 ? html` open` : undefined}><summary>All models in numbers</summary>
${htmlTable({ head, rows: cells.map((cell) => rowOf(cell, others)), winner })}</details></section>`;
}

/** The criterion of every structure and number of components, where there are several of both. */
function matrixTable({ cells, winner, criterion }: Selection): Markup | undefined {
  const { structures, counts, cellOf } = selectionMatrix(cells);
  if (structures.length <= mostStructures || counts.length === 1) return undefined;
  const cellPart = (cell: SelectionCell): Part => {
    const cost = cell[criterion];
    if (cost === undefined) return html`<span class="failed" title="${cell.error}">failed</span>`;
    if (cell === cells[winner]) return html`<b class="best">${costText(criterion, cost)}</b>`;
    if (cell.warnings === undefined) return costText(criterion, cost);
    const why = cell.warnings.map(({ message }) => message).join(' ');
    return html`<span class="failed" title="${why}">${costText(criterion, cost)}</span>`;
  };
  return html`<div class="matrix">${htmlTable({
    head: [criterion.toUpperCase(), ...counts],
    rows: structures.map((name) => [name, ...counts.map((count) => cellPart(cellOf(name, count)!))]),
  })}</div>`;
}

function rowOf(cell: SelectionCell, others: readonly CriterionName[]): Part[] {
  const { components, covariance, error, warnings = [] } = cell;
  const costs = [cell.aic, cell.bic, cell.icl].map((cost) => textOf(cost, nats));
  const remark =
    error === undefined
      ? [...new Set(warnings.map(({ code }) => code.replaceAll('-', ' ')))].join(', ')
      : 'failed';
  const why = error ?? warnings.map(({ message }) => message).join(' ');
  return [
    ...[covariance, components, textOf(cell.logLikelihood, nats), textOf(cell.parameters, String), ...costs],
    ...others.map((name) => textOf(cell[name], (cost) => costText(name, cost))),
    textOf(cell.iterations, String),
    html`<span class="failed" title="${why}">${remark}</span>`,
  ];
}

function textOf(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? '' : text(value);
}
