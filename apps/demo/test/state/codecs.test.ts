import { describe, expect, it } from 'vitest';
import { choice, flag, integer, numbers, real, words } from '../../src/state/codecs.ts';

describe('A codec', () => {
  it('reads what it wrote', () => {
    expect(integer(3, { min: 0, max: 9 }).read('7')).toBe(7);
    const share = real(0.5, { min: -1, max: 1 });
    expect(share.read(share.write(-0.1234))).toBe(-0.1234);
    const list = numbers([1]);
    expect(list.read(list.write([1.5, -2, 3e-4]))).toEqual([1.5, -2, 3e-4]);
    expect(list.read(list.write([]))).toEqual([]);
    expect(flag(false).read(flag(false).write(true))).toBe(true);
    expect(choice('full', ['full', 'diag']).read('diag')).toBe('diag');
    expect(words('').read('a b')).toBe('a b');
  });

  it('keeps four digits behind the point', () => {
    expect(real(0, { min: 0, max: 1 }).write(1 / 3)).toBe('0.3333');
    expect(numbers([]).write([2 / 3, 5])).toBe('0.6667_5');
  });

  it('takes nothing that the value cannot be', () => {
    const count = integer(3, { min: 1, max: 9 });
    for (const text of ['0', '10', '2.5', '', ' ', 'NaN', 'Infinity', '0x', 'three'])
      expect([text, count.read(text)]).toEqual([text, undefined]);
    const share = real(0.5, { min: 0, max: 1 });
    for (const text of ['-0.1', '1.1', '', 'Infinity'])
      expect([text, share.read(text)]).toEqual([text, undefined]);
    expect(choice('full', ['full', 'diag']).read('FULL')).toBe(undefined);
    expect(flag(true).read('yes')).toBe(undefined);
    expect(numbers([]).read('1__2')).toBe(undefined);
    expect(numbers([], (list) => list.length === 2).read('1')).toBe(undefined);
  });
});
