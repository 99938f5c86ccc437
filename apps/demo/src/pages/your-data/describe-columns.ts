import { type Column, columnNumbers, type Table } from '@gaussmix/data';

/** A column of a table, as a person decides whether to use it. */
export interface ColumnDescription {
  readonly name: string;
  readonly kind: 'number' | 'text';
  /** What is in it, in a few words. */
  readonly content: string;
  /** Whether it is used unless somebody says otherwise. */
  readonly wanted: boolean;
  /** Whether it may hold names of groups. */
  readonly labels?: boolean;
  /** Why it is not. */
  readonly reason?: string;
}

/** More levels than these would make more columns than anybody wants. */
const mostLevels = 12;

/** More kinds than these are hardly names of groups. */
const mostLabels = 30;

/** So few different whole numbers in a long column are rather names of groups than measures. */
const fewValues = 6;
const longColumn = 50;

const idName = /^(?:.*[ _-])?(?:id|idx|index|row|nr|no|number)$/i;

/** Looks into each column: what it holds, and whether a mixture could use it. */
export function describeColumns(table: Table): ColumnDescription[] {
  return table.columns.map((column) =>
    column.kind === 'text' ? describeText(column) : describeNumbers(table, column),
  );
}

function describeText({ name, kind, cells }: Column): ColumnDescription {
  const levels = new Set(cells.map((cell) => cell.trim()));
  const content = `${levels.size} different words`;
  const without = { name, kind, content, wanted: false };
  if (levels.size < 2) return { ...without, reason: 'the same in every row' };
  if (levels.size === cells.length) return { ...without, reason: 'another word in every row, like an id' };
  if (levels.size > mostLevels)
    return {
      ...without,
      labels: levels.size <= mostLabels,
      reason: `words: ${levels.size} kinds are many to turn into numbers`,
    };
  return { ...without, labels: true, reason: 'words: tick it to turn each kind into a column of 0 and 1' };
}

function describeNumbers(table: Table, column: Column): ColumnDescription {
  const { name, kind } = column;
  let numbers: Float64Array;
  try {
    numbers = columnNumbers(table, column);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, kind, content: 'numbers, with gaps or words', wanted: false, reason };
  }
  const { low, high, different, whole, counting } = lookAt(numbers);
  const content = low === high ? `${short(low)}` : `${short(low)} to ${short(high)}`;
  const without = { name, kind, content, wanted: false };
  if (low === high && numbers.length > 1) return { ...without, reason: 'the same in every row' };
  if (counting && numbers.length > 2) return { ...without, reason: 'counts the rows, like an id' };
  if (idName.test(name) && whole && different === numbers.length)
    return { ...without, reason: 'another whole number in every row, like an id' };
  if (whole && different <= fewValues && numbers.length >= longColumn)
    return { ...without, labels: true, reason: `only ${different} different whole numbers, like labels` };
  return { name, kind, content, wanted: true };
}

interface Look {
  readonly low: number;
  readonly high: number;
  readonly different: number;
  readonly whole: boolean;
  /** Whether each number is one more than the one before. */
  readonly counting: boolean;
}

function lookAt(numbers: Float64Array): Look {
  let [low, high, whole, counting] = [numbers[0], numbers[0], true, true];
  numbers.forEach((value, i) => {
    low = Math.min(low, value);
    high = Math.max(high, value);
    whole &&= Number.isInteger(value);
    counting &&= i === 0 || value === numbers[i - 1] + 1;
  });
  return { low, high, whole, counting, different: whole ? new Set(numbers).size : numbers.length };
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
