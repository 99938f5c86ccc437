import type { FitReport } from '../fitting/fit-report.ts';
import type { FitResult } from '../fitting/fit-result.ts';
import { startsText, titleOf, unitsNote, warningTexts } from '../output/fit-words.ts';
import { count, nats, significant } from '../output/numbers.ts';
import { version } from '../version.ts';
import { componentsSection } from './components-section.ts';
import { dataFigures, likelihoodFigure } from './figures.ts';
import { html, type Markup, trusted } from './html.ts';
import { originSection } from './origin-section.ts';
import { pageStyle } from './page-style.ts';
import { selectionSection } from './selection-section.ts';

/** The report of a fit: one page of HTML that needs nothing else. */
export function reportPage(report: FitReport): string {
  const { result, table, plan } = report;
  const { selection } = result;
  const release = version();
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="gaussmix ${release}">
<title>${table.name}: ${titleOf(result)}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<header>
<p class="kicker">${table.name}: ${count(table.rows, 'row')}, ${count(plan.prepared.columns.length, 'column')} fitted</p>
<h1>${titleOf(result)}</h1>
<p>${summary(result)}</p>
${facts(result)}
${warningTexts(result).map((text) => html`<p class="warning"><b>Warning:</b> ${text}</p>\n`)}</header>
<section><h2>Data and mixture</h2>
<p class="quiet">The color of a row mixes those of the components by its posterior probabilities.</p>
${dataFigures(result)}</section>
${componentsSection(result, `Mean ± standard deviation${unitsNote(result)}.`)}
${selection && selectionSection(selection)}
<section><h2>How the likelihood rose</h2>
${likelihoodFigure(result)}</section>
${originSection(report, release)}
<footer>Made with gaussmix ${release}: Gaussian mixture models by expectation-maximization.</footer>
</body>
</html>
`;
  return page.text;
}

function summary(result: FitResult): string {
  const { selection, converged, iterations } = result;
  const chosen = selection
    ? `Chosen by ${selection.criterion.toUpperCase()} among ${selection.cells.length} models. `
    : '';
  const ended = `${converged ? 'Converged' : 'Stopped'} after ${count(iterations, 'iteration')}`;
  return `${chosen}${ended}${startsText(result)}.`;
}

function facts({ x, logLikelihood, parameters, costs }: FitResult): Markup {
  const all = [
    ['log-likelihood', nats(logLikelihood)],
    ['per row', significant(logLikelihood / x.rows, 5)],
    ['parameters', String(parameters)],
    ['AIC', nats(costs.aic)],
    ['BIC', nats(costs.bic)],
    ['ICL', nats(costs.icl)],
  ];
  return html`<dl class="facts">${all.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`;
}
