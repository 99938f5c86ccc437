import { html, type Markup, type Part } from './html.ts';

/** A table of a report. */
export interface HtmlTable {
  readonly head: readonly Part[];
  readonly rows: readonly (readonly Part[])[];
  /** The line that won. */
  readonly winner?: number;
}

/** A table whose first column names its lines; it scrolls sideways where the page is narrow. */
export function htmlTable({ head, rows, winner }: HtmlTable): Markup {
  const line = (row: readonly Part[], i: number) => {
    const [name, ...cells] = row;
    const mark = i === winner ? html` class="winner"` : undefined;
    return html`<tr${mark}><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`;
  };
  return html`<div class="scroll"><table>
<thead><tr>${head.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(line)}</tbody>
</table></div>`;
}
