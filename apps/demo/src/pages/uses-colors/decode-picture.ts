import type { Picture } from './picture.ts';

/** The longer side of a picture is scaled down to so many pixels. */
const longest = 640;

/**
 * Reads a picture, scaled down where it is larger than 640 pixels, on white where it is transparent.
 *
 * @param source  a file, or where it is
 * @throws Error that says what is wrong with it
 */
export async function decodePicture(source: Blob | string): Promise<Picture> {
  const bitmap = await createImageBitmap(await fileOf(source)).catch(() => {
    throw new Error('This file is no picture that the browser can read. Try a JPEG, PNG, WebP or GIF.');
  });
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('This browser does not draw in the background.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, pixels: context.getImageData(0, 0, width, height).data as Picture['pixels'] };
}

async function fileOf(source: Blob | string): Promise<Blob> {
  if (source instanceof Blob) return source;
  const response = await fetch(source);
  if (!response.ok) throw new Error(`The picture at ${source} could not be had (${response.status}).`);
  return response.blob();
}
