import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appFolder, cached } from '../folders.ts';

/**
 * Compiles the program around Armadillo, unless that is done.
 *
 * @returns the program's path
 * @throws Error with the compiler's first complaint
 */
export async function buildArmadillo(): Promise<string> {
  const source = join(appFolder, 'peers/armadillo.cpp');
  const program = cached('armadillo');
  if (existsSync(program) && statSync(program).mtimeMs > statSync(source).mtimeMs) return program;
  // Without ARMA_NO_DEBUG's checks of bounds, as its documentation advises for speed.
  const flags = ['-std=c++17', '-O3', '-march=native', '-fopenmp', '-DARMA_NO_DEBUG'];
  try {
    await promisify(execFile)('g++', [...flags, source, '-o', program, '-larmadillo']);
  } catch (error) {
    const text = (error as Error).message;
    throw new Error(/error: .*/.exec(text)?.[0] ?? text.split('\n')[0]);
  }
  return program;
}
