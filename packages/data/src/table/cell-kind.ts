/**
 * How a cell reads.
 *
 * - "number": a finite decimal number, such as `4`, `-0.5`, `+3`, `1e5` or ` 4 `;
 * - "comma", "hex", "huge": meant as a number, in a form that is not accepted: `1,5`, `0x10`, `1e999`;
 * - "missing": `NA`, `N/A`, `NaN`, `null`, `Inf` or `Infinity`, in any case;
 * - "empty": nothing but white space;
 * - "word": everything else.
 */
export type CellKind = 'number' | 'comma' | 'hex' | 'huge' | 'missing' | 'empty' | 'word';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?[\d.]*\d[\d.]*,[\d.,]*\d(?:[eE][+-]?\d+)?$/;
const hexadecimal = /^[+-]?0[xX][\dA-Fa-f]+$/;
const missing = /^(?:#?n\/?a|nan|null|[+-]?inf(?:inity)?)$/i;

/** Which kind of cell this is, white space around it aside. */
export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (decimal.test(text)) return Number.isFinite(Number(text)) ? 'number' : 'huge';
  if (text === '') return 'empty';
  if (missing.test(text)) return 'missing';
  if (withComma.test(text)) return 'comma';
  if (hexadecimal.test(text)) return 'hex';
  return 'word';
}
