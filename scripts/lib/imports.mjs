import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * What a source file imports, statically, dynamically or for types alone.
 *
 * @param {string} file
 * @returns {{ specifier: string, line: number }[]}
 */
export function importsOf(file) {
  const content = readFileSync(file, 'utf8');
  const text = file.endsWith('.svelte') ? scriptsOf(content) : content;
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split('\n').length,
  }));
}

/**
 * The scripts of a Svelte component, on the lines where they stand, and nothing of the rest.
 *
 * @param {string} component
 */
export function scriptsOf(component) {
  let scripts = '';
  for (const { 0: tags, 1: script, index } of component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = index + tags.indexOf('>') + 1;
    scripts += component.slice(scripts.length, start).replace(/[^\n]/g, ' ') + script;
  }
  return scripts;
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
