import type { Scale } from './frame.ts';

/** Pixels that a number needs along an axis. */
export const tickRoom = { bottom: 80, left: 48 } as const;

/** A place on an axis that has its number written. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** How an axis is written. */
export interface TickOptions {
  /** Pixels that a number needs along the axis. */
  readonly room: number;
  /** Whether only whole numbers are written. */
  readonly whole?: boolean;
  /** How numbers are written, in d3's terms; as fits them when absent. */
  readonly format?: string;
}

/** The numbers along an axis, as many as have room, and as short as tells them apart. */
export function ticksOf(scale: Scale, { room, whole = false, format }: TickOptions): Tick[] {
  const [start, end] = scale.range();
  const count = Math.max(2, Math.floor(Math.abs(end - start) / room));
  const values = scale.ticks(count);
  const text = scale.tickFormat(count, format ?? fitting(scale));
  return (whole ? values.filter(Number.isInteger) : values).map((value) => ({ value, text: text(value) }));
}

/** 1.2M rather than 1,200,000, for which there is no room. */
function fitting(scale: Scale): string | undefined {
  const largest = Math.max(...scale.domain().map(Math.abs));
  if (largest < 1e-3 || largest >= 1e15) return 'e';
  if (largest >= 1e5) return 's';
  // Scales of logarithms by themselves would write 0.1 as "100m".
  return 'base' in scale ? ',' : undefined;
}
