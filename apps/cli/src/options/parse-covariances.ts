import { type ClassicStructureName, classicStructures } from '@gaussmix/covariance';
import { usageError } from '../command-error.ts';

/**
 * The covariance structures to try, from `full` or `full,diag`, in the order typed, each once.
 *
 * @throws CommandError of the command line, listing those that there are
 */
export function parseCovariances(text: string): readonly ClassicStructureName[] {
  const known = Object.keys(classicStructures) as ClassicStructureName[];
  const names = text.split(',').map((part) => {
    const name = known.find((each) => each === part.trim());
    if (name !== undefined) return name;
    throw usageError(
      `--covariance must be among ${known.join(', ')}, with commas between several, got ${JSON.stringify(part.trim())}.`,
    );
  });
  return [...new Set(names)];
}
