/** What of the style sheets an SVG needs when it stands alone. */
const kept = [
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linejoin',
  ],
  ...['font-size', 'font-weight', 'font-family', 'text-anchor'],
] as const;

/**
 * A chart as an SVG file: its drawn parts with their styles written out, below them what its canvases show.
 *
 * @param chart  the element of a Plane
 * @param options  `points`: an SVG group to stand in for the canvas of points, in pixels of the inner part; the canvas
 *   itself, as a picture, when absent. `paper`: the color of the ground
 */
export async function pictureFile(
  chart: HTMLElement,
  { points, paper }: { points?: string | undefined; paper: string },
): Promise<Blob> {
  const drawn = chart.querySelector('svg');
  const ground = chart.querySelector<HTMLElement>('.ground');
  if (!drawn || !ground) throw new Error('There is no picture to take away yet.');
  // A chart is drawn in pixels of its own, and shown larger where text is.
  const shown = drawn.getBoundingClientRect();
  const { width = shown.width, height = shown.height } = drawn.viewBox.baseVal ?? {};
  const left = (ground.offsetLeft * width) / shown.width;
  const top = (ground.offsetTop * width) / shown.width;
  const copy = styledCopy(drawn);
  const canvases = [...ground.querySelectorAll('canvas')];
  // The points are on the last canvas.
  const below = points === undefined ? canvases : canvases.slice(0, -1);
  const images = await Promise.all(below.map((canvas) => imageOf(canvas, ground)));
  const under = `<rect width="${width}" height="${height}" fill="${paper}"/><g transform="translate(${left},${top})">${images.join('')}${points ?? ''}</g>`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${under}${copy}</svg>`;
  return new Blob([text], { type: 'image/svg+xml' });
}

/** The markup inside an SVG, each element with the styles that it has on the page. */
function styledCopy(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = drawn.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, i) => {
    const style = getComputedStyle(originals[i]);
    for (const name of kept) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
  });
  // Comments are marks of the framework.
  return new XMLSerializer()
    .serializeToString(copy)
    .replace(/<!--.*?-->/gs, '')
    .replace(/^<svg[^>]*>/, '<g>')
    .replace(/<\/svg>$/, '</g>');
}

async function imageOf(
  canvas: HTMLCanvasElement,
  { offsetWidth, offsetHeight }: HTMLElement,
): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) return '';
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return `<image href="${address}" width="${offsetWidth}" height="${offsetHeight}"/>`;
}
