import { type ClassicStructureName, classicStructures } from '@gaussmix/covariance';
import { usageError } from '../command-error.ts';

/**
 * The covariance structures that names stand for, each once.
 *
 * @param names  as typed behind --covariance
 * @throws CommandError of the command line, listing the names that there are
 */
export function structuresOf(names: readonly string[]): readonly ClassicStructureName[] {
  const known = Object.keys(classicStructures) as ClassicStructureName[];
  const structures = names.map((wanted) => {
    const name = known.find((each) => each === wanted);
    if (name !== undefined) return name;
    throw usageError(
      `--covariance must be among ${known.join(', ')}, with commas between several, got ${JSON.stringify(wanted)}.`,
    );
  });
  return [...new Set(structures)];
}
