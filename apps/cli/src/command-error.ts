import { GaussmixError } from '@gaussmix/kernels';

/** What a command ends with: 1 when the data or the model is at fault, 2 when the command line is. */
export type FailureCode = 1 | 2;

/** An error whose message a person should read, and the exit code that goes with it. */
export class CommandError extends Error {
  /** @param message  where, what must hold, what came, what to try; without the name of the program */
  constructor(
    readonly exitCode: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CommandError';
  }
}

/** An error of the command line: an option or an argument that cannot be followed. */
export function usageError(message: string): CommandError {
  return new CommandError(2, message);
}

/**
 * Runs what may fail because of an option.
 *
 * @returns what it returns
 * @throws CommandError of the command line in place of each GaussmixError with one of the codes
 */
export function blamingOptions<T>(codes: readonly string[], run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof GaussmixError && codes.includes(error.code)) {
      throw new CommandError(2, error.message, { cause: error });
    }
    throw error;
  }
}
