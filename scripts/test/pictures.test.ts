import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { families } from '@gaussmix/covariance';
import { describe, expect, it } from 'vitest';
import { check } from '../checks/pictures.mjs';
import { familyPictures } from '../lib/family-pictures.mjs';
import { workspaceOf } from './workspace-of.ts';

const pictures = familyPictures();
const folder = (top: string) => join(top, 'docs/families');

/** A workspace that holds all pictures. */
function illustrated(): string {
  const top = workspaceOf({});
  mkdirSync(folder(top), { recursive: true });
  for (const [file, text] of pictures) writeFileSync(join(folder(top), file), text);
  return top;
}

describe('the pictures of the families', () => {
  it('are one for each, all different, to one scale', () => {
    expect([...pictures.keys()]).toEqual(families.map(({ name }) => `${name}.svg`));
    expect(new Set(pictures.values()).size).toBe(families.length);
    const grids = Array.from(pictures.values(), (text) => /aria-label="x-grid".*?<\/g>/s.exec(text)?.[0]);
    expect(grids[0]).toContain('<line');
    expect(new Set(grids).size).toBe(1);
  });

  it('pass as they are drawn', async () => {
    expect(await check(illustrated())).toEqual([]);
  });

  it('are named where they are missing, differ, or show no family', async () => {
    const top = illustrated();
    rmSync(join(folder(top), 'EII.svg'));
    writeFileSync(join(folder(top), 'VEV.svg'), pictures.get('EEV.svg')!);
    writeFileSync(join(folder(top), 'XYZ.svg'), '');
    expect(await check(top)).toEqual([
      'docs/families/XYZ.svg: is a picture of no family. Run pnpm pictures, which removes it.',
      'docs/families/EII.svg: is missing. Run pnpm pictures and commit it.',
      'docs/families/VEV.svg: is not what this code draws. Run pnpm pictures, look at it, and commit it.',
    ]);
  });

  it('are all missed in a workspace without them', async () => {
    expect((await check(workspaceOf({}))).length).toBe(14);
  });
});
