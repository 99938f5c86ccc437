import { readFileSync } from 'node:fs';
import { efforts } from '@gaussmix/em';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { shellCommand } from '../../src/report/shell-command.ts';
import { runCli } from '../run-cli.ts';
import { dataSet, scratch } from '../scratch.ts';

const files = scratch();
const faithful = dataSet('faithful');
const iris = dataSet('iris');

/** The report of a fit, as text and as a page. */
async function reportOf(...args: string[]) {
  const file = files.path('report.html');
  const { code, stderr, stdout } = await runCli(['fit', ...args, '--report', file]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`wrote ${file}`);
  const text = readFileSync(file, 'utf8');
  return { text, file, page: parseHTML(text).document };
}

const descriptions = (page: Document) =>
  Array.from(page.querySelectorAll('.wide > svg'), (svg) => svg.getAttribute('aria-label'));
const headings = (page: Document) => Array.from(page.querySelectorAll('h2'), (title) => title.textContent);

describe('a report', () => {
  it('needs nothing but itself: no scripts, no links, no pictures from elsewhere', async () => {
    const { text, page } = await reportOf(faithful, '-k', '1..2');
    const addresses = text.match(/https?:\/\/[^"'\s<]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg'])); // a name, not an address
    expect(page.querySelectorAll('script, link, img, iframe, object, embed, [src], [href]')).toHaveLength(0);
    expect(text).not.toMatch(/@import|url\((?!#)/);
  });

  it('of one column shows its density', async () => {
    const { page } = await reportOf(faithful, '-k', '2', '--columns', 'waiting');
    expect(descriptions(page)).toEqual([
      'Histogram of waiting with the density of the mixture and of its components',
      expect.stringMatching(/^log-likelihood by iteration, \d+ iterations$/),
    ]);
    expect(headings(page)).toEqual([
      ...['Data and mixture', 'Components', 'How the likelihood rose', 'How it was made'],
    ]);
  });

  it('of two columns shows a scatter and both densities, and of a search two criteria', async () => {
    const { page } = await reportOf(faithful, '-k', '1..3', '--covariance', 'full,diag');
    expect(descriptions(page).slice(0, 5)).toEqual([
      'Scatter of eruptions and waiting with component ellipses',
      'Histogram of eruptions with the density of the mixture and of its components',
      'Histogram of waiting with the density of the mixture and of its components',
      expect.stringMatching(/^BIC by number of components; smallest for full with 2$/),
      expect.stringMatching(/^AIC by number of components; smallest for /),
    ]);
    expect(headings(page)).toContain('Choosing the model');
    expect(page.querySelectorAll('details tbody tr')).toHaveLength(6);
    const winner = page.querySelector('tr.winner')!;
    expect(Array.from(winner.children, (cell) => cell.textContent).slice(0, 4)).toEqual([
      ...['full', '2', '-1130.26', '11'], // R's mclust: -1130.264 with 11 parameters
    ]);
  });

  it('of more columns shows a scatter matrix', async () => {
    const { page } = await reportOf(iris, '-k', '2');
    expect(descriptions(page)[0]).toBe(
      'Scatter matrix of sepal_length, sepal_width, petal_length, petal_width',
    );
  });

  it('has every figure for wide and for narrow pages', async () => {
    const { page } = await reportOf(iris, '-k', '2');
    const widths = (kind: string) =>
      Array.from(page.querySelectorAll(`.${kind} > svg`), (svg) => Number(svg.getAttribute('width')));
    expect(widths('narrow')).toEqual(widths('wide').map(() => 340));
  });

  it('says how it was made, and with which command', async () => {
    const { page, file } = await reportOf(iris, '-k', '2', '--seed', '9', '--columns', '1,petal_width');
    const facts = Object.fromEntries(
      Array.from(page.querySelectorAll('.made dt'), (name) => [
        name.textContent,
        name.nextElementSibling!.textContent,
      ]),
    );
    expect(facts).toMatchObject({
      columns: 'sepal_length, petal_width',
      components: '2',
      covariance: 'full',
      start: `a search, normal effort, ${efforts.normal.starts} starts`,
      stop: 'below 1e-8 nats per row left to gain, at most 1000 iterations',
      seed: '9',
      program: 'gaussmix 0.1.0',
    });
    expect(page.querySelector('pre')!.textContent).toBe(
      `gaussmix fit ${iris} -k 2 --seed 9 --columns 1,petal_width --report ${file}`,
    );
  });

  it('carries the warnings', async () => {
    const { page } = await reportOf(faithful, '-k', '3', '--max-iterations', '2');
    expect(page.querySelector('.warning')!.textContent).toBe(
      'Warning: more than 1e-8 nats per row may be left to gain after 2 iterations. ' +
        'Try more iterations, a larger tolerance or fewer components.',
    );
  });

  it('escapes what the data say', async () => {
    const data = files.write('<b>&.csv', '"<script>alert(1)</script>",b\n1,2\n3,1\n4,4\n5,2\n2,6\n');
    const { text, page } = await reportOf(data, '-k', '1');
    expect(text).not.toContain('<script');
    expect(page.querySelector('.made dd')!.textContent).toBe('<script>alert(1)</script>, b');
    expect(page.querySelector('title')!.textContent).toBe(`${data}: 1 component, full covariance`);
  });

  it('is the same, byte for byte, each time', async () => {
    const first = await reportOf(faithful, '-k', '1..2');
    expect((await reportOf(faithful, '-k', '1..2')).text).toBe(first.text);
  });
});

describe('html', () => {
  it('escapes texts and numbers, keeps markup, joins lists, leaves out what is undefined', () => {
    const inner = html`<i>${'<&>"\''}</i>`;
    expect(html`<p>${inner}${[1, ' & ', undefined, inner]}</p>`.text).toBe(
      '<p><i>&lt;&amp;&gt;&quot;&#39;</i>1 &amp; <i>&lt;&amp;&gt;&quot;&#39;</i></p>',
    );
  });
});

describe('shellCommand', () => {
  it('quotes what a shell would read otherwise', () => {
    expect(shellCommand('gaussmix', ['fit', 'my data.csv', '-k', '1..9', "it's", '', '$HOME', 'a,b'])).toBe(
      `gaussmix fit 'my data.csv' -k 1..9 'it'\\''s' '' '$HOME' a,b`,
    );
  });
});
