/**
 * Every error that gaussmix throws on purpose.
 *
 * The message says where, what must hold, what came and what to try; `code` is for programs.
 */
export class GaussmixError extends Error {
  /** A stable name of the kind of error, for programs to switch on. */
  readonly code: string;

  /**
   * @param code  kebab-case kind of the error, such as "shape" or "components"
   * @param message  `where: what must hold, got value. What to try.`
   */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GaussmixError';
    this.code = code;
  }
}
