import { eachPoint, type PointsDemand, pointStyle } from './points.ts';

/**
 * Points as a picture, painted where it is called: in a worker the page stays free, however many there are.
 *
 * @returns a bitmap, which can be handed over
 */
export function paintPoints(data: Parameters<typeof eachPoint>[0], demand: PointsDemand): ImageBitmap {
  const { width, height, density, small } = demand;
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * density)),
    Math.max(1, Math.round(height * density)),
  );
  const context = canvas.getContext('2d')!;
  const { radius, opacity } = pointStyle(data.rows.rows, small);
  context.scale(density, density);
  context.globalAlpha = opacity;
  let last = '';
  eachPoint(data, demand, (x, y, color) => {
    if (color !== last) context.fillStyle = color;
    last = color;
    if (radius < 2) context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
    }
  });
  return canvas.transferToImageBitmap();
}
