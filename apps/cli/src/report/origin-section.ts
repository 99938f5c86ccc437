import type { FitReport } from '../fitting/fit-report.ts';
import { isInitialName } from '../fitting/read-start.ts';
import { count } from '../output/numbers.ts';
import { html, type Markup } from './html.ts';
import { shellCommand } from './shell-command.ts';

/** How the fit was made: all that is needed to make it again. */
export function originSection({ args, plan, options, result }: FitReport, version: string): Markup {
  const { prepared } = plan;
  const { maxIterations = 1000, tolerance = 1e-8 } = options;
  const done = prepared.transforms.map(({ kind }) => kind).join(', then ');
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['columns', prepared.columns.join(', ')],
    ['left out, as text', prepared.leftOut.join(', ')],
    ['preprocessing', done],
    ['components', plan.components.join(', ')],
    ['covariance', plan.covariances.join(', ')],
    ['start', startOf(options, result)],
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

/** Where the fit began, and how many times. */
function startOf(options: FitReport['options'], { restarts }: FitReport['result']): string {
  const { initial, initialLabels, effort = 'normal' } = options;
  if (initialLabels !== undefined) return `labels in column ${initialLabels}`;
  const runs = count(restarts.total, 'start');
  if (initial !== undefined) return isInitialName(initial) ? `${initial}, ${runs}` : initial;
  return options.restarts === undefined
    ? `a search, ${effort} effort, ${runs}`
    : `k-means and others by turns, ${runs}`;
}
