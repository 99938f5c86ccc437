import { componentColors } from '@gaussmix/plot';
import type { FitResult } from '../fitting/fit-result.ts';
import { cellsByColumn, cellsByComponent } from '../output/component-cells.ts';
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
  const { head, rows } = turned ? cellsByColumn(parts) : cellsByComponent(parts);
  const table = turned
    ? htmlTable({ head: head.map((label, i) => (i === 0 ? '' : named(label))), rows })
    : htmlTable({ head, rows: rows.map(([label, ...cells]) => [named(label!), ...cells]) });
  return html`<section><h2>Components</h2>
${table}
<p class="quiet">${note} The number of a component is the label that <code>gaussmix predict</code> gives.</p></section>`;
}
