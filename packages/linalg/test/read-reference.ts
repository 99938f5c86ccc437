import { readFileSync } from 'node:fs';

/** The numbers that another program wrote; the script that made them stands beside the file. */
export function readReference<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`./reference/${file}`, import.meta.url), 'utf8')) as T;
}
