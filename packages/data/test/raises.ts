import { expect } from 'vitest';

/** Expects a GaussmixError with this code and exactly this text. */
export function expectRaised(run: () => unknown, code: string, message: string): void {
  expect(run).toThrow(expect.objectContaining({ name: 'GaussmixError', code, message }));
}
