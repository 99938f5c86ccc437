import { parseNumber } from './parse-number.ts';

/**
 * `auto`, or what to add to each variance.
 *
 * @throws CommandError of the command line
 */
export function parseRegularization(text: string): number | 'auto' {
  if (text === 'auto') return 'auto';
  const must = 'auto or a number, at least 0';
  return parseNumber('--regularization', { must, holds: (value) => value >= 0 })(text);
}
