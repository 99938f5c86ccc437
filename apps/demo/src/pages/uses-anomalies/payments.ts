import { parseTable, selectColumns } from '@gaussmix/data';
import { exp, log } from '@gaussmix/kernels';
import { createMatrix, type Matrix } from '@gaussmix/linalg';
import type { Interval } from '../../charts/frame.ts';

/** A column of a payment as a person writes it. */
export interface PaymentColumn {
  /** In the file. */
  readonly name: string;
  readonly label: string;
  /** Where it has a word of its own. */
  readonly unit: string;
  /** Whether its logarithm is what is fitted: where a few payments are many times larger than the rest. */
  readonly logarithm: boolean;
  /** What is shown, and can be typed. */
  readonly shown: Interval;
  /** How finely it can be typed. */
  readonly step: number;
}

/** What is known of a payment, in the order of the fitted columns. */
export const paymentColumns: readonly PaymentColumn[] = [
  { name: 'hour', label: 'Hour', unit: 'o’clock', logarithm: false, shown: [0, 24], step: 0.01 },
  { name: 'amount', label: 'Amount', unit: '€', logarithm: true, shown: [1, 600], step: 0.01 },
  {
    name: 'distance_km',
    label: 'Distance',
    unit: 'km from home',
    logarithm: true,
    shown: [0.1, 100],
    step: 0.1,
  },
  {
    ...{ name: 'minutes_since_last', label: 'Minutes', unit: 'since the last payment' },
    ...{ logarithm: true, shown: [10, 3000], step: 1 },
  },
];

/** Payments, and which of them were put there as odd. Plain data. */
export interface Payments {
  /** n x 4, as a person writes them */
  readonly written: Matrix;
  /** n x 4, as they are fitted */
  readonly rows: Matrix;
  /** n, for checking only */
  readonly odd: readonly boolean[];
}

/**
 * Reads the file of payments.
 *
 * @throws GaussmixError when it is not one
 */
export function paymentsOf(text: string): Payments {
  const table = parseTable(text, { name: 'transactions.csv' });
  const written = selectColumns(table, { columns: paymentColumns.map(({ name }) => name) }).matrix;
  const odd = selectColumns(table, { columns: ['odd'] }).matrix;
  return { written, rows: fittedOf(written), odd: Array.from(odd.data, (flag) => flag === 1) };
}

/** The numbers that are fitted, of those that are written: logarithms of three columns. */
export function fittedOf(written: Matrix): Matrix {
  const rows = createMatrix(written.rows, written.columns);
  written.data.forEach((value, at) => {
    rows.data[at] = toFitted(value, at % written.columns);
  });
  return rows;
}

/** One payment as a matrix of one row, as it is fitted. */
export function onePayment(values: readonly number[]): Matrix {
  return fittedOf({ data: Float64Array.from(values), rows: 1, columns: values.length });
}

/** One value as it is fitted. */
export function toFitted(value: number, column: number): number {
  return paymentColumns[column].logarithm ? log(value) : value;
}

/** One value as it is written. */
export function toWritten(value: number, column: number): number {
  return paymentColumns[column].logarithm ? exp(value) : value;
}

/** The nearest value that can be typed. */
export function typed(value: number, column: number): number {
  const { shown, step } = paymentColumns[column];
  const digits = step === 1 ? 0 : step === 0.1 ? 1 : 2;
  return Number(Math.min(shown[1], Math.max(shown[0], value)).toFixed(digits));
}

/** Whether numbers of an address are a payment that can be shown. */
export function isPayment(list: readonly number[]): boolean {
  return (
    list.length === paymentColumns.length &&
    list.every((value, j) => value >= paymentColumns[j].shown[0] && value <= paymentColumns[j].shown[1])
  );
}

/** A value for reading: 13:30, 12.50 €, 3.1 km, 240 min. */
export function readable(value: number, column: number): string {
  if (column === 0) {
    const minutes = Math.round(value * 60) % 1440;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  if (column === 1) return `${value.toFixed(2)} €`;
  return column === 2 ? `${value.toFixed(1)} km` : `${value.toFixed(0)} min`;
}
