import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * What a source file imports, statically, dynamically or for types alone.
 *
 * @param {string} file
 * @returns {{ specifier: string, line: number }[]}
 */
export function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split('\n').length,
  }));
}

/**
 * The package that an import names: "@gaussmix/covariance" of "@gaussmix/covariance/conformance".
 *
 * @param {string} specifier
 */
export function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * @param {string} specifier
 */
export function isRelative(specifier) {
  return specifier.startsWith('.') || specifier.startsWith('/');
}
