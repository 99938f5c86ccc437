/** What the numbers in a message of the library stand for. */
export interface Retelling {
  /** What messages call the data. */
  readonly table: string;
  /** Names of the columns that were fitted. */
  readonly names: readonly string[];
}

const functionName = /^(?:fitMixture|selectMixture|testComponents)(?:Async)?: (?:x )?/;

/**
 * A message of the library in the words of the command: the file for the function, names for numbers of columns,
 * options as they are typed, and components with the label that `predict` gives them.
 */
export function retell(message: string, { table, names }: Retelling): string {
  return shortened(withOptions(message))
    .replace(functionName, `${table}: `)
    .replaceAll(/\bcolumn (\d+)\b/g, (text, number) => {
      const name = names[Number(number) - 1];
      return name === undefined ? text : `column ${JSON.stringify(name)}`;
    })
    .replaceAll(/\bcomponent (\d+) of \d+\b/g, (text, number) => `${text} (label ${Number(number) - 1})`);
}

/** Lines of a message that are read: more of them say the same. */
const mostLines = 7;

function shortened(message: string): string {
  const lines = message.split('\n');
  const more = lines.length - mostLines;
  return more > 1 ? [...lines.slice(0, mostLines), `  and ${more} more`].join('\n') : message;
}

/** A message of the library with options as they are typed. */
export function withOptions(message: string): string {
  return message
    .replaceAll(/\bcovariance "(\w+)"(?: or "(\w+)")?/g, (_, first, second) =>
      second === undefined ? `--covariance ${first}` : `--covariance ${first} or ${second}`,
    )
    .replaceAll('a positive regularization', 'a positive --regularization')
    .replaceAll('with one-hot', 'with --one-hot')
    .replaceAll('with maxNumbers', 'with --max-numbers')
    .replaceAll(': pca must', ': --pca must')
    .replace(
      /(choose (?:its columns|them) in (?:this|the model's) order(?: \([^)]*\))?)\.$/,
      '$1 with --columns.',
    );
}
