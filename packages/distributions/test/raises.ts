import { GaussmixError } from '@gaussmix/kernels';
import { expect } from 'vitest';

/** Expects an error of gaussmix with a code and a whole message. */
export function expectError(action: () => unknown, code: string, message: string): void {
  let caught: unknown;
  try {
    action();
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(GaussmixError);
  expect({ code: (caught as GaussmixError).code, message: (caught as GaussmixError).message }).toEqual({
    code,
    message,
  });
}
