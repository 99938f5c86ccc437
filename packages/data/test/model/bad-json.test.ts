import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModel, stringifyModel } from '../../src/index.ts';
import { scanJson } from '../../src/model/scan-json.ts';
import { expectRaised } from '../raises.ts';
import { complete } from './examples.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const passes = (text: string) => {
  try {
    scanJson(text, { name: 'any', maxNumbers: Infinity });
    return true;
  } catch {
    return false;
  }
};

describe('a file that was cut short', () => {
  const text = stringifyModel(complete()).trimEnd();

  it('is refused, with the place of its end, wherever it was cut', () => {
    for (let length = 1; length < text.length; length++) {
      const lines = text.slice(0, length).trimEnd().split('\n');
      expectRaised(
        () => parseModel(text.slice(0, length), { name: 'cut.json' }),
        'model-syntax',
        `cut.json: must be complete JSON, got its end in line ${lines.length}, column ${lines.at(-1)!.length + 1}. ` +
          'It was cut short: copy it or write it again.',
      );
    }
  });

  it('is refused when an escape was cut', () => {
    expectRaised(
      () => parseModel('{"a": "\\u00', { name: 'cut.json' }),
      'model-syntax',
      'cut.json: must be complete JSON, got its end in line 1, column 12. It was cut short: copy it or write it again.',
    );
  });

  it.each(['', ' \n'])('is refused when nothing is left', (nothing) => {
    expectRaised(
      () => parseModel(nothing, { name: 'empty.json' }),
      'model-syntax',
      'empty.json: must be complete JSON, got an empty file. It was cut short: copy it or write it again.',
    );
  });
});

describe('a file that is not JSON', () => {
  it.each([
    ['a page', '<html>', 'line 1, column 1: must be JSON with a value here, got "<"'],
    ['a word', '{\n  "a": NaN }', 'line 2, column 8: must be JSON with a value here, got "NaN"'],
    [
      'a number that JSON does not have',
      '[01]',
      'line 1, column 2: must be JSON with a value or "]" here, got "01"',
    ],
    ['a comma too many in an object', '{"a": 1,}', 'line 1, column 9: must be JSON with a key here, got "}"'],
    ['a comma too many in a list', '[1,]', 'line 1, column 4: must be JSON with a value here, got "]"'],
    ['a comma too few', '{"a": 1 "b": 2}', 'line 1, column 9: must be JSON with "," or "}" here, got "\\""'],
    ['a key without quotes', '{a: 1}', 'line 1, column 2: must be JSON with a key or "}" here, got "a"'],
    ['a key without a value', '{"a", 1}', 'line 1, column 5: must be JSON with ":" here, got ","'],
    ['the wrong bracket', '[1, 2}', 'line 1, column 6: must be JSON with "," or "]" here, got "}"'],
    ['more behind its end', '{}\n{}', 'line 2, column 1: must be JSON with nothing more here, got "{"'],
    ['a line end inside a text', '{"a\nb": 1}', 'line 1, column 4: must be JSON, got "\\n" inside a text'],
    [
      'an unknown escape',
      '{"a": "\\x41 and more"}',
      'line 1, column 8: must be JSON, got "\\\\" inside a text',
    ],
    [
      'a character of two code units',
      '[😀]',
      'line 1, column 2: must be JSON with a value or "]" here, got "😀"',
    ],
  ])('is refused for %s', (_, text, problem) => {
    expectRaised(() => parseModel(text, { name: 'bad.json' }), 'model-syntax', `bad.json, ${problem}.`);
  });

  it('is what JSON.parse would not read', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom(...'{}[],:"\\ 01-.eEtrue\nnx'),
        (json, seed, character) => {
          const at = seed % json.length;
          expect(passes(json)).toBe(true);
          for (const changed of [
            json.slice(0, at) + character + json.slice(at),
            json.slice(0, at) + character + json.slice(at + 1),
            json.slice(0, at) + json.slice(at + 1),
          ]) {
            expect([changed, passes(changed)]).toEqual([changed, isJson(changed)]);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
