import { temperatureOf } from '@gaussmix/kernels';
import { checker, quoted } from './checker.ts';
import type { Assignment } from './engine.ts';

/** Above it gains drown: F_T is T ln K a row, of which a double keeps 1e-10 nats at 1e6. */
const HOTTEST = 1e6;

/**
 * The temperature of an assignment.
 *
 * @param where  the name that errors begin with
 * @throws GaussmixError "assignment" when it has none from 0 to 1e6
 */
export function requireAssignment(assignment: Assignment, where: string): number {
  const temperature = temperatureOf(assignment ?? {});
  if (temperature >= 0 && temperature <= HOTTEST) return temperature;
  const got = temperature === undefined ? quoted(assignment) : `a temperature of ${temperature}`;
  return checker(where)('assignment', '"soft", "hard" or { temperature } from 0 to 1e6', got);
}
