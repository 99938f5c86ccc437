/** In a file of its own a figure follows the viewer's light or dark scheme; inside a page it follows the page. */
const ownDocumentStyle = '<style>svg:root { color-scheme: light dark; }</style>';

/**
 * A figure as the text of a stand-alone SVG file. The text may also be put into an HTML page as it is.
 *
 * Attributes come in alphabetical order and text is escaped as XML wants, so that every DOM gives the same bytes
 * for the same figure.
 *
 * @param svg  what a figure function returned
 */
export function figureToString(svg: SVGSVGElement): string {
  const inside = Array.from(svg.childNodes, textOfNode).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg"${textOfAttributes(svg)}>${ownDocumentStyle}${inside}</svg>`;
}

function textOfNode(node: ChildNode): string {
  if (node.nodeType === 3) return escapeText(node.nodeValue ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const inside = Array.from(element.childNodes, textOfNode).join('');
  const opening = `<${element.localName}${textOfAttributes(element)}`;
  return inside === '' ? `${opening}/>` : `${opening}>${inside}</${element.localName}>`;
}

function textOfAttributes(element: Element): string {
  return Array.from(element.attributes)
    .filter(({ name }) => name !== 'xmlns')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, value }) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`)
    .join('');
}

// XML 1.0 has no spelling for most control characters: they are left out.
function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
