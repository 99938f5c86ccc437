import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from '../src/axis-ticks.ts';

const room = () => 50;

describe('axisTicks', () => {
  it.each([
    { domain: [0, 10], pixels: 600, labels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] },
    { domain: [0, 10], pixels: 300, labels: ['0', '2', '4', '6', '8', '10'] },
    {
      domain: [-0.42, 0.31],
      pixels: 400,
      labels: ['−0.4', '−0.3', '−0.2', '−0.1', '0.0', '0.1', '0.2', '0.3'],
    },
    { domain: [-0.42, 0.31], pixels: 300, labels: ['−0.4', '−0.2', '0.0', '0.2'] },
    { domain: [-120_000, 90_000], pixels: 250, labels: ['−100,000', '−50,000', '0', '50,000'] },
    { domain: [0.0031, 0.0049], pixels: 100, labels: ['0.0035', '0.0040', '0.0045'] },
  ] as const)('of $domain in $pixels pixels are $labels', ({ domain, pixels, labels }) => {
    expect(axisTicks(domain, { pixels, room }).labels).toEqual(labels);
  });

  it('are two even where there is no room for one', () => {
    expect(axisTicks([1, 4], { pixels: 10, room }).labels).toEqual(['2', '4']);
  });

  it('are never nearer than the room that their labels take', () => {
    const { places, labels } = axisTicks([0, 1000], { pixels: 300, room: (label) => 20 * label.length });
    // 1,000 takes 100 pixels: three steps at most, of 500.
    expect(labels).toEqual(['0', '500', '1,000']);
    expect(places).toEqual([0, 500, 1000]);
  });

  it('lie inside the axis, ascend and differ in what they say', () => {
    const domains = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      fc.double({ min: 10, max: 2000, noNaN: true }),
    );
    fc.assert(
      fc.property(domains, ([low, span, pixels]) => {
        const { places, labels } = axisTicks([low, low + span], { pixels, room });
        expect(places.length).toBeGreaterThanOrEqual(2);
        expect(places[0]).toBeGreaterThanOrEqual(low - 1e-9 * span);
        expect(places.at(-1)).toBeLessThanOrEqual(low + span * (1 + 1e-9));
        expect(new Set(labels).size).toBe(labels.length);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});
