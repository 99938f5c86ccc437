import { describe, expect, it } from 'vitest';
import { parseModel, readModel } from '../../src/index.ts';
import { expectRaised } from '../raises.ts';
import { complete, handWritten } from './examples.ts';

describe('a document of another kind', () => {
  it.each([
    ['a list', '[1, 2]', 'a list'],
    ['a number', '17', '17'],
    ['null', 'null', 'null'],
    ['a text', '"model"', '"model"'],
  ])('is refused when it is %s', (_, text, got) => {
    expectRaised(
      () => parseModel(text, { name: 'other.json' }),
      'model-format',
      `other.json: must be an object with format "gaussmix-mixture", version 1, got ${got}.`,
    );
  });

  it('is refused when it has another format', () => {
    expectRaised(
      () => readModel({ format: 'mclust', version: 3 }, { name: 'r.json' }),
      'model-format',
      'r.json: must have format "gaussmix-mixture", version 1, got format "mclust", version 3. Is it a model written by gaussmix?',
    );
    expectRaised(
      () => readModel({ name: 'package' }, { name: 'package.json' }),
      'model-format',
      'package.json: must have format "gaussmix-mixture", version 1, got format nothing, version nothing. ' +
        'Is it a model written by gaussmix?',
    );
  });

  it('is refused when it has another version', () => {
    expectRaised(
      () => readModel({ ...handWritten(), version: 2 }, { name: 'new.json' }),
      'model-version',
      'new.json: must have format "gaussmix-mixture", version 1, got format "gaussmix-mixture", version 2. ' +
        'Read it with a release of gaussmix that knows this version, or fit the model again.',
    );
  });
});

describe('a document that could do harm', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('is refused when it has the key "%s"', (key) => {
    const text = JSON.stringify(complete()).replace('"weight"', `"${key}":{"polluted":true},"weight"`);
    expectRaised(
      () => parseModel(text, { name: 'evil.json' }),
      'model-unsafe',
      `evil.json: must have no key "${key}", got one in components[0]. Do not use this file: no model has such a key.`,
    );
  });

  it('is refused when the key is spelled with escapes, or stands at the top', () => {
    expectRaised(
      () => parseModel('{"\\u005f_proto__": {}, "format": "gaussmix-mixture"}', { name: 'sly.json' }),
      'model-unsafe',
      'sly.json: must have no key "__proto__", got one at the top. Do not use this file: no model has such a key.',
    );
  });

  it('is refused when the key stands in what is not part of the format', () => {
    const text = '{"extra": [1, {"a": {"__proto__": 1}}]}';
    expectRaised(
      () => readModel(JSON.parse(text)),
      'model-unsafe',
      'model: must have no key "__proto__", got one in extra[1].a. Do not use this file: no model has such a key.',
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('may have such a word as a name', () => {
    const document = { ...complete(), columns: ['__proto__', 'constructor'] };
    expect(parseModel(JSON.stringify(document)).columns).toEqual(['__proto__', 'constructor']);
  });

  it.each([
    [
      'text',
      (maxNumbers: number) => parseModel(JSON.stringify(complete()), { name: 'big.json', maxNumbers }),
    ],
    ['an object', (maxNumbers: number) => readModel(complete(), { name: 'big.json', maxNumbers })],
  ])('is refused when it has more numbers than the limit, as %s', (_, read) => {
    // version; origin 2; weight, mean 2, offset 2, matrix 4, factor 4; seven numbers of the fit.
    expect(read(23)).toEqual(complete());
    expectRaised(
      () => read(22),
      'model-limit',
      'big.json: must have at most 22 numbers, got more. If you trust it, raise the limit with maxNumbers.',
    );
  });

  it('is refused before it is parsed when it has more than ten million numbers', () => {
    expectRaised(
      () => parseModel(`[${'1,'.repeat(10_000_001)}`, { name: 'huge.json' }),
      'model-limit',
      'huge.json: must have at most 10000000 numbers, got more. If you trust it, raise the limit with maxNumbers.',
    );
  });

  it.each([
    ['text', () => parseModel('['.repeat(100_000), { name: 'deep.json' })],
    [
      'an object that contains itself',
      () => {
        const loop: Record<string, unknown> = {};
        loop.again = loop;
        return readModel(loop, { name: 'deep.json' });
      },
    ],
  ])('is refused when it is nested too deep, as %s', (_, read) => {
    expectRaised(
      read,
      'model-limit',
      'deep.json: must be nested at most 64 deep, got more. Is it a model document?',
    );
  });
});
