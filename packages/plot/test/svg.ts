import { parseHTML } from 'linkedom';

/** The document that figures are drawn with in Node. */
export const document: Document = parseHTML('').document;

/** The elements of one tag below the groups of one class. */
export function elements(svg: Element, className: string, tag: string): Element[] {
  return Array.from(svg.querySelectorAll(`.${className}`)).flatMap((group) =>
    Array.from(group.querySelectorAll(tag)),
  );
}

/** The texts of a class, in order. */
export function texts(svg: Element, className: string): string[] {
  return elements(svg, className, 'text').map((text) => text.textContent ?? '');
}

/** The labels of the ticks of an axis. */
export function tickLabels(svg: Element, axis: 'x' | 'y'): string[] {
  const groups = Array.from(svg.querySelectorAll(`[aria-label="${axis}-axis tick label"]`));
  return groups.flatMap((group) =>
    Array.from(group.querySelectorAll('text'), (text) => text.textContent ?? ''),
  );
}

/** Every attribute that holds something that is no number where a number should be. */
export function badAttributes(svg: Element): string[] {
  return [svg, ...Array.from(svg.querySelectorAll('*'))].flatMap((element) =>
    Array.from(element.attributes)
      .filter(({ name, value }) => !name.startsWith('aria-') && /NaN|Infinity|undefined|null/.test(value))
      .map(({ name, value }) => `${element.localName} ${name}="${value}"`),
  );
}

/** The numbers of a path. */
export function numbersOf(path: Element): number[] {
  return (path.getAttribute('d') ?? '').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
}
