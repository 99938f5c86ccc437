import { GaussmixError } from '@gaussmix/kernels';
import { type Path, spell } from './place.ts';

/** How deep lists and objects may be nested: a document needs six levels. */
export const deepest = 64;

const refused = new Set(['__proto__', 'constructor', 'prototype']);

export function tooDeep(name: string): GaussmixError {
  return new GaussmixError(
    'model-limit',
    `${name}: must be nested at most ${deepest} deep, got more. Is it a model document?`,
  );
}

export function tooManyNumbers(name: string, maxNumbers: number): GaussmixError {
  return new GaussmixError(
    'model-limit',
    `${name}: must have at most ${maxNumbers} numbers, got more. If you trust it, raise the limit with maxNumbers.`,
  );
}

/**
 * Refuses what no model document has and what could harm a program that copies it about: the keys `__proto__`,
 * `constructor` and `prototype` at any depth, too many numbers, nesting without end.
 *
 * @throws GaussmixError "model-unsafe" naming the place of the key, or "model-limit"
 */
export function requireSafe(json: unknown, options: { name: string; maxNumbers: number }): void {
  const { name, maxNumbers } = options;
  let numbers = 0;
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'number' && ++numbers > maxNumbers) throw tooManyNumbers(name, maxNumbers);
    if (typeof value !== 'object' || value === null) return;
    if (path.length >= deepest) throw tooDeep(name);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++)
        visit(value[i], typeof value[i] === 'object' ? [...path, i] : path);
      return;
    }
    for (const key of Object.keys(value)) {
      if (refused.has(key)) throw unsafeKey(name, key, path);
      visit((value as Record<string, unknown>)[key], [...path, key]);
    }
  };
  visit(json, []);
}

function unsafeKey(name: string, key: string, path: Path): GaussmixError {
  const where = path.length === 0 ? 'at the top' : `in ${spell(path)}`;
  return new GaussmixError(
    'model-unsafe',
    `${name}: must have no key "${key}", got one ${where}. Do not use this file: no model has such a key.`,
  );
}
