import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { figureToString } from '../src/figure-to-string.ts';
import { traceFigure } from '../src/trace-figure.ts';
import { document } from './svg.ts';

const namespace = 'http://www.w3.org/2000/svg';

function svgWith(text: string, attribute: string): SVGSVGElement {
  const { document: own } = parseHTML('<html></html>');
  const svg = own.createElementNS(namespace, 'svg') as SVGSVGElement;
  const child = own.createElementNS(namespace, 'text');
  child.setAttribute('b', attribute);
  child.setAttribute('a', '1');
  child.textContent = text;
  svg.appendChild(child);
  svg.appendChild(own.createElementNS(namespace, 'clipPath'));
  return svg;
}

describe('figureToString', () => {
  it('names the namespace, sorts attributes, and closes what is empty', () => {
    expect(figureToString(svgWith('x', '2'))).toBe(
      `<svg xmlns="${namespace}"><style>svg:root { color-scheme: light dark; }</style><text a="1" b="2">x</text><clipPath/></svg>`,
    );
  });

  it('escapes what XML reserves', () => {
    expect(figureToString(svgWith('a < b & "c" > d', '<"&">'))).toContain(
      '<text a="1" b="&lt;&quot;&amp;&quot;&gt;">a &lt; b &amp; "c" &gt; d</text>',
    );
  });

  it('writes other letters as they are, and leaves out characters that XML cannot hold', () => {
    expect(figureToString(svgWith('µ − 数\u00a0🎲\u0000\u000b\ud800', 'ä'))).toContain(
      '<text a="1" b="ä">µ − 数\u00a0🎲</text>',
    );
  });

  it('gives a column name from anywhere no way out of its text', () => {
    const text = figureToString(traceFigure([1, 2], { document, name: '</text><script>' }));
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;/text&gt;&lt;script&gt;');
  });
});
