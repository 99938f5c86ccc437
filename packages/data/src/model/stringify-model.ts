import { GaussmixError } from '@gaussmix/kernels';
import type { ModelDocument } from './model-document.ts';

const lineWidth = 100;

/**
 * The text of a model document: JSON with two spaces of indentation, in which lists of numbers and of texts fill
 * their lines. Every number reads back to the same double, minus zero included.
 *
 * @throws GaussmixError "model-invalid" for a number that JSON cannot hold
 */
export function stringifyModel(document: ModelDocument): string {
  return `${write(document, '')}\n`;
}

function write(value: unknown, indent: string): string {
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => write(item, inner));
    const isFlat = value.every((item) => typeof item !== 'object' || item === null);
    return isFlat ? fill(items, indent) : `[\n${inner}${items.join(`,\n${inner}`)}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, entry]) => `${inner}${JSON.stringify(key)}: ${write(entry, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** The shortest decimal that reads back to the same double. JSON.stringify would drop the sign of zero. */
function writeNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  throw new GaussmixError(
    'model-invalid',
    `stringifyModel: numbers must be finite, got ${value}. JSON has no such number.`,
  );
}

/** Items on one line if they fit, else on as many as it takes. */
function fill(items: readonly string[], indent: string): string {
  const single = `[${items.join(', ')}]`;
  if (indent.length + single.length <= lineWidth) return single;
  const inner = `${indent}  `;
  const lines = [inner];
  items.forEach((item, i) => {
    const piece = i < items.length - 1 ? `${item},` : item;
    const line = lines.at(-1)!;
    if (line === inner) lines[lines.length - 1] = inner + piece;
    else if (line.length + 1 + piece.length <= lineWidth) lines[lines.length - 1] = `${line} ${piece}`;
    else lines.push(inner + piece);
  });
  return `[\n${lines.join('\n')}\n${indent}]`;
}
