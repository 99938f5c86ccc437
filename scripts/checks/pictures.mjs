import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAlone } from '../lib/check.mjs';

export const title = 'the pictures of the families are what this code draws, and under 25 kB each';
export const needsBuild = true;

/** Where the pictures are, from the top. */
export const pictureFolder = 'docs/families';

/** In bytes: a page shows all of them at once. */
const limit = 25_000;

/**
 * @param {string} top
 */
export async function check(top) {
  // Not before there is something built to import.
  const { familyPictures } = await import('../lib/family-pictures.mjs');
  const pictures = familyPictures();
  const folder = join(top, pictureFolder);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const strangers = files
    .filter((file) => !pictures.has(file))
    .map(
      (file) => `${pictureFolder}/${file}: is a picture of no family. Run pnpm pictures, which removes it.`,
    );
  const wrong = [...pictures].flatMap(([file, text]) => {
    const path = `${pictureFolder}/${file}`;
    if (text.length >= limit)
      return [`${path}: must be under ${limit} bytes, is ${text.length}. Draw fewer points.`];
    if (!files.includes(file)) return [`${path}: is missing. Run pnpm pictures and commit it.`];
    if (readFileSync(join(folder, file), 'utf8') === text) return [];
    return [`${path}: is not what this code draws. Run pnpm pictures, look at it, and commit it.`];
  });
  return [...strangers, ...wrong];
}

await runAlone(import.meta.url, { title, needsBuild, check });
