import { GaussmixError } from '@gaussmix/kernels';

/** How many replicates there are to be. @throws GaussmixError "replicates" unless a whole number, at least `least` */
export function requireReplicates(where: string, replicates: number, least: number): void {
  if (Number.isSafeInteger(replicates) && replicates >= least) return;
  throw new GaussmixError(
    'replicates',
    `${where}: replicates must be a whole number, at least ${least}, got ${replicates}. Try 999.`,
  );
}

/** A probability. @throws GaussmixError "level" unless between 0 and 1 */
export function requireLevel(where: string, level: number, such: number): void {
  if (level > 0 && level < 1) return;
  throw new GaussmixError('level', `${where}: level must be between 0 and 1, got ${level}. Try ${such}.`);
}

/** Replicates that came to something. @throws GaussmixError "nothing-fitted", with the first reason, when they are too few */
export function requireSuccesses(
  where: string,
  { succeeded, least, failures }: { succeeded: number; least: number; failures: readonly string[] },
): void {
  if (succeeded >= least) return;
  throw new GaussmixError(
    'nothing-fitted',
    `${where}: ${least} replicates or more must have a fit, got ${succeeded} of ${succeeded + failures.length}. ` +
      `The first failed so: ${failures[0]}`,
  );
}
