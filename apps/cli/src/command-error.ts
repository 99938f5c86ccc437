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
export function usageError(message: string, options?: ErrorOptions): CommandError {
  return new CommandError(2, message, options);
}

/**
 * Runs what may fail because of an option.
 *
 * @param blame  `codes`: of the errors that are the option's; `rename`: puts their messages in its words
 * @returns what it returns
 * @throws CommandError of the command line in place of each GaussmixError with one of the codes
 */
export function blamingOption<T>(
  blame: { readonly codes: readonly string[]; readonly rename?: (message: string) => string },
  run: () => T,
): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof GaussmixError) || !blame.codes.includes(error.code)) throw error;
    throw new CommandError(2, blame.rename?.(error.message) ?? error.message, { cause: error });
  }
}
