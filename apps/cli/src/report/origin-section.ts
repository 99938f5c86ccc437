import type { FitReport } from '../fitting/fit-report.ts';
import { count } from '../output/numbers.ts';
import { html, type Markup } from './html.ts';
import { shellCommand } from './shell-command.ts';

/** How the fit was made: all that is needed to make it again. */
export function originSection({ args, plan, options, result }: FitReport, version: string): Markup {
  const { prepared } = plan;
  const { initial, initialLabels, restarts = 10, maxIterations = 1000, tolerance = 1e-8 } = options;
  const given = initialLabels !== undefined || typeof plan.options.initial === 'object';
  const start =
    initialLabels === undefined
      ? (initial ?? 'k-means and k-means++ by turns')
      : `labels in column ${initialLabels}`;
  const done = prepared.transforms.map(({ kind }) => kind).join(', then ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['columns', prepared.columns.join(', ')],
    ['left out, as text', prepared.leftOut.join(', ')],
    ['preprocessing', done],
    ['components', plan.components.join(', ')],
    ['covariance', plan.covariances.join(', ')],
    ['start', given ? start : `${start}, ${count(restarts, 'start')}`],
    [
      'stop',
      tolerance > 0
        ? `below ${tolerance} nats per row left to gain, at most ${maxIterations} iterations`
        : `after ${maxIterations} iterations`,
    ],
    ['regularization', String(options.regularization)],
    ['assignment', options.assignment],
    ['weights', options.weights],
    ['seed', String(result.seed)],
    ['program', `gaussmix ${version}`],
  ];
  const lines = facts.map(([name, text]) => (text ? html`<dt>${name}</dt><dd>${text}</dd>\n` : undefined));
  return html`<section><h2>How it was made</h2>
<dl class="made">
${lines}</dl>
<pre><code>${shellCommand('gaussmix', args)}</code></pre>
<p class="quiet">The same command on the same data gives the same numbers, to the last bit.</p></section>`;
}
