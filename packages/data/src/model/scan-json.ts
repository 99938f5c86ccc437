import { GaussmixError } from '@gaussmix/kernels';
import { quote } from '../table/quote.ts';
import { type JsonToken, jsonToken } from './json-token.ts';
import { deepest, tooDeep, tooManyNumbers } from './safe-json.ts';

/** What may come next. */
type Expected =
  | 'a value'
  | 'a value or "]"'
  | 'a key'
  | 'a key or "}"'
  | '":"'
  | '"," or "]"'
  | '"," or "}"'
  | 'nothing more';

const whiteSpace = ' \t\n\r';

/**
 * Walks through a text to see that it is JSON, is complete, and holds no more than it may, before memory is spent
 * on it. The place of an error is the same in every JavaScript engine, which their own messages are not.
 *
 * @param options  `name`: the file, for messages; `maxNumbers`: how many numbers are allowed
 * @throws GaussmixError "model-syntax" naming line and column, or "model-limit"
 */
export function scanJson(text: string, options: { name: string; maxNumbers: number }): void {
  const { name, maxNumbers } = options;
  const open: string[] = [];
  let expected: Expected = 'a value';
  let numbers = 0;
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const token = jsonToken(text, at);
    const next: Expected | undefined = follow(token.kind, expected, open);
    if (next === undefined)
      throw token.kind === 'cut' ? cutShort(text, name) : notJson(text, { name, token, at, expected });
    if (open.length > deepest) throw tooDeep(name);
    if (token.kind === 'number' && ++numbers > maxNumbers) throw tooManyNumbers(name, maxNumbers);
    expected = next;
    at = skipSpace(text, token.end);
  }
  if (expected !== 'nothing more') throw cutShort(text, name);
}

/**
 * What may follow a token, or undefined where it may not stand.
 *
 * @param open  the brackets that are open; changed by the token
 */
function follow(kind: JsonToken['kind'], expected: Expected, open: string[]): Expected | undefined {
  const isValue = expected === 'a value' || expected === 'a value or "]"';
  if (kind === '{' || kind === '[') {
    if (!isValue) return undefined;
    open.push(kind);
    return kind === '{' ? 'a key or "}"' : 'a value or "]"';
  }
  if (kind === '}' || kind === ']') {
    if (!expected.endsWith(`"${kind}"`)) return undefined;
    open.pop();
    return afterValue(open);
  }
  if (kind === ',' && expected.startsWith('","')) return open.at(-1) === '{' ? 'a key' : 'a value';
  if (kind === ':' && expected === '":"') return 'a value';
  if (kind === 'string' && expected.startsWith('a key')) return '":"';
  const isScalar = kind === 'string' || kind === 'number' || kind === 'literal';
  return isScalar && isValue ? afterValue(open) : undefined;
}

function afterValue(open: readonly string[]): Expected {
  if (open.length === 0) return 'nothing more';
  return open.at(-1) === '{' ? '"," or "}"' : '"," or "]"';
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && whiteSpace.includes(text[at]!)) at++;
  return at;
}

function cutShort(text: string, name: string): GaussmixError {
  const got =
    text.trim() === '' ? 'an empty file' : `its end in ${lineAndColumn(text, text.trimEnd().length)}`;
  return new GaussmixError(
    'model-syntax',
    `${name}: must be complete JSON, got ${got}. It was cut short: copy it or write it again.`,
  );
}

function notJson(
  text: string,
  problem: { name: string; token: JsonToken; at: number; expected: Expected },
): GaussmixError {
  const { name, token, expected } = problem;
  const at = token.kind === 'wrong' ? token.end : problem.at;
  const where = `${name}, ${lineAndColumn(text, at)}`;
  if (token.kind === 'wrong' && text[problem.at] === '"') {
    return new GaussmixError(
      'model-syntax',
      `${where}: must be JSON, got ${quote(text[at]!)} inside a text.`,
    );
  }
  const found = /^(?:[-+.\w]+|.)/su.exec(text.slice(at, at + 80))![0];
  return new GaussmixError(
    'model-syntax',
    `${where}: must be JSON with ${expected} here, got ${quote(found)}.`,
  );
}

function lineAndColumn(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
