import type { Canvas } from './figure-options.ts';
import { theme } from './theme.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * An empty figure: an SVG element that shrinks with the page it stands in.
 *
 * @param description  what a screen reader says
 */
export function figureRoot({ document, width, height }: Canvas, description: string): SVGSVGElement {
  const root = document.createElementNS(svgNamespace, 'svg');
  setAttributes(root, {
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': description,
    fill: 'currentColor',
    'font-family': theme.fontFamily,
    'font-size': String(theme.fontSize),
    style: 'max-width: 100%; height: auto;',
  });
  return root;
}

/**
 * Puts a panel that the chart library drew into a figure.
 *
 * The library's style sheet and class go, because they are for one chart in a page of its own; numbers are
 * rounded to hundredths of a pixel, which no eye sees, so that files are small.
 *
 * @param at  the panel's upper left corner, in pixels
 */
export function addPanel(root: SVGSVGElement, panel: Element, at: { x: number; y: number }): void {
  for (const style of Array.from(panel.querySelectorAll('style'))) style.remove();
  for (const name of ['class', 'viewBox', 'fill', 'font-family', 'font-size']) panel.removeAttribute(name);
  setAttributes(panel, { x: String(at.x), y: String(at.y), overflow: 'visible' });
  for (const element of [panel, ...Array.from(panel.querySelectorAll('*'))]) roundNumbers(element);
  root.appendChild(panel);
}

function roundNumbers(element: Element): void {
  for (const attribute of Array.from(element.attributes)) {
    if (!/\.\d{3}/.test(attribute.value) || attribute.name.startsWith('aria-')) continue;
    const rounded = attribute.value.replace(/-?\d*\.\d{3,}(e[+-]?\d+)?/g, (digits) =>
      String(Number(Number(digits).toFixed(2))),
    );
    element.setAttribute(attribute.name, rounded);
  }
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
