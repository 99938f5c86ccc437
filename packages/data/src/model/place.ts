/** Where in a document something stands, from the top: keys and indices. */
export type Path = readonly (string | number)[];

const parts: Record<string, string> = { components: 'component', transforms: 'transform' };

/**
 * The beginning of a message about a place in a document: `model.json:`, `model.json: columns[0]` or
 * `model.json, component 2 of 3: mean[0]`, components and transforms counted from 1, what is inside them as in
 * JavaScript.
 */
export function place(name: string, path: Path, document: unknown): string {
  const [list, index] = path;
  const part = typeof list === 'string' ? parts[list] : undefined;
  if (part === undefined || typeof index !== 'number') return `${name}: ${spell(path)}`.trimEnd();
  const count = (document as Record<string, readonly unknown[]>)[list!]!.length;
  return `${name}, ${part} ${index + 1} of ${count}: ${spell(path.slice(2))}`.trimEnd();
}

/** A path as JavaScript would write it: `components[1].mean`. */
export function spell(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}
