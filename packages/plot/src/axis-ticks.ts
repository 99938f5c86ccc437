import { groupThousands } from './format-number.ts';

/** Where an axis has ticks, and what they say. */
export interface AxisTicks {
  /** Ascending, on the axis. */
  readonly places: readonly number[];
  readonly labels: readonly string[];
}

/** What decides how close ticks may be. */
export interface TickRoom {
  /** How long the axis is, in pixels. */
  readonly pixels: number;
  /** The pixels that a tick with this label takes. */
  readonly room: (label: string) => number;
}

/** An axis has this many ticks at least, even where their labels are crowded. */
const fewestTicks = 2;

/**
 * Ticks at multiples of 1, 2 or 5 times a power of ten: as many as have room for their labels.
 *
 * @param domain  where the axis begins and ends, begin < end
 */
export function axisTicks([low, high]: readonly [number, number], { pixels, room }: TickRoom): AxisTicks {
  const first = Number(((high - low) / 50).toExponential().split('e')[1]);
  let ticks = multiples(low, high, { factor: 1, exponent: first });
  for (const exponent of [first, first + 1, first + 2]) {
    for (const factor of [1, 2, 5]) {
      const coarser = multiples(low, high, { factor, exponent });
      if (coarser.places.length < fewestTicks) return ticks;
      ticks = coarser;
      const needed = Math.max(...ticks.labels.map(room));
      if (needed * (high - low) <= factor * Number(`1e${exponent}`) * pixels) return ticks;
    }
  }
  return ticks;
}

/** The multiples of factor * 10^exponent from low to high, with the decimals that tell them apart. */
function multiples(
  low: number,
  high: number,
  { factor, exponent }: { factor: number; exponent: number },
): AxisTicks {
  // A quotient of whole numbers is the double nearest to the decimal, which a product with 1e-7 is not.
  const place = (i: number) =>
    exponent < 0 ? (i * factor) / Number(`1e${-exponent}`) : i * factor * Number(`1e${exponent}`);
  const step = place(1);
  const [from, to] = [Math.ceil(low / step), Math.floor(high / step)];
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => place(from + i));
  const decimals = Math.min(20, Math.max(0, -exponent));
  return { places, labels: places.map((value) => tickLabel(value, decimals)) };
}

function tickLabel(value: number, decimals: number): string {
  const digits = groupThousands(Math.abs(value).toFixed(decimals));
  return value < 0 ? `−${digits}` : digits;
}
