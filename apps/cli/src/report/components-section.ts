import { componentColors } from '@gaussmix/plot';
import type { FitResult } from '../fitting/fit-result.ts';
import { type Cells, cellsByColumn, cellsByComponent } from '../output/component-cells.ts';
import { errorCells, errorCellsByColumn } from '../output/error-cells.ts';
import { rowsOfComponents } from '../output/rows-of-components.ts';
import { html, type Markup, trusted } from './html.ts';
import { htmlTable } from './html-table.ts';

/** More columns than this stand one below the other. */
const mostBeside = 6;

/** The table of components, each with the color that it has in the figures. */
export function componentsSection(result: FitResult, note: string): Markup {
  const { mixture, names } = result;
  const parts = { mixture, names, rows: rowsOfComponents(result) };
  const colors = componentColors(mixture.weights.length);
  const named = (label: string) =>
    html`<span class="swatch" style="background:${trusted(colors[Number(label)]!)}"></span>${label}`;
  const turned = names.length > mostBeside;
  const table = tableOf(turned ? cellsByColumn(parts) : cellsByComponent(parts), { turned, named });
  return html`<section><h2>Components</h2>
${table}
${errorsPart(result, { turned, named })}
<p class="quiet">${note} The number of a component is the label that <code>gaussmix predict</code> gives.</p></section>`;
}

/** How a table names its components. */
interface Naming {
  /** Whether components stand side by side. */
  readonly turned: boolean;
  readonly named: (label: string) => Markup;
}

function tableOf({ head, rows }: Cells, { turned, named }: Naming): Markup {
  return turned
    ? htmlTable({ head: head.map((label, i) => (i === 0 ? '' : named(label))), rows })
    : htmlTable({ head, rows: rows.map(([label, ...cells]) => [named(label!), ...cells]) });
}

/** How far the parameters may be off, where that was asked for. */
function errorsPart({ standardErrors, names }: FitResult, naming: Naming): Markup | undefined {
  if (standardErrors === undefined) return undefined;
  if (standardErrors.error !== undefined) {
    return html`<p class="warning"><b>No standard errors:</b> ${standardErrors.error}</p>`;
  }
  const cells = (naming.turned ? errorCellsByColumn : errorCells)(standardErrors, names);
  return html`<h3>Standard errors of weights and means</h3>
${tableOf(cells, naming)}
<p class="quiet">From the observed information, in the same units.</p>`;
}
