// pnpm pictures: fits every covariance family to the same rows and draws docs/families/NAME.svg, one for each.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureFolder } from './checks/pictures.mjs';
import { build } from './lib/run.mjs';
import { root } from './lib/workspace.mjs';

if (await build('--filter=@gaussmix/em', '--filter=@gaussmix/plot')) {
  const { familyPictures } = await import('./lib/family-pictures.mjs');
  const folder = join(root, pictureFolder);
  mkdirSync(folder, { recursive: true });
  const pictures = familyPictures();
  for (const file of readdirSync(folder)) if (!pictures.has(file)) rmSync(join(folder, file));
  for (const [file, text] of pictures) writeFileSync(join(folder, file), text);
  console.log(`Drew ${pictures.size} pictures in ${pictureFolder}.`);
} else {
  process.exitCode = 1;
}
