/** How one value of a page stands in its address. */
export interface Codec<T> {
  /** What holds when the address says nothing. */
  readonly initial: T;
  /** The value of a text; undefined for one that it cannot be, which then counts as nothing said. */
  read(text: string): T | undefined;
  write(value: T): string;
}

/** A whole number from `min` to `max`. */
export function integer(initial: number, { min, max }: { min: number; max: number }): Codec<number> {
  return {
    initial,
    read: (text) => within(Number.isInteger(Number(text)) ? numberOf(text) : undefined, min, max),
    write: String,
  };
}

/** A number from `min` to `max`. */
export function real(initial: number, { min, max }: { min: number; max: number }): Codec<number> {
  return { initial, read: (text) => within(numberOf(text), min, max), write: short };
}

/** One of a few words. */
export function choice<const T extends string>(initial: T, options: readonly T[]): Codec<T> {
  return { initial, read: (text) => options.find((option) => option === text), write: (value) => value };
}

/** Any word or sentence. */
export function words(initial: string): Codec<string> {
  return { initial, read: (text) => text, write: (value) => value };
}

/** Yes or no. */
export function flag(initial: boolean): Codec<boolean> {
  return {
    initial,
    read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    write: (value) => (value ? '1' : '0'),
  };
}

/**
 * A list of numbers, such as "1.5_-2_3".
 *
 * @param accept  which lists can be; all when absent
 */
export function numbers(
  initial: readonly number[],
  accept: (list: readonly number[]) => boolean = () => true,
): Codec<readonly number[]> {
  return {
    initial,
    read(text) {
      const list = text === '' ? [] : text.split('_').map(numberOf);
      return list.every((value) => value !== undefined) && accept(list) ? list : undefined;
    },
    write: (list) => list.map(short).join('_'),
  };
}

/** Four digits behind the point are more than a screen shows. */
function short(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}

function numberOf(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function within(value: number | undefined, min: number, max: number): number | undefined {
  return value !== undefined && value >= min && value <= max ? value : undefined;
}
