/** A promise, and what keeps or breaks it; breaking one that nobody waits for any more is no error. */
export interface Outcome<T> {
  readonly promise: Promise<T>;
  keep(value: T): void;
  fail(error: unknown): void;
}

/** A promise to be kept or broken later. */
export function outcome<T>(): Outcome<T> {
  let keep: Outcome<T>['keep'] = () => undefined;
  let fail: Outcome<T>['fail'] = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  promise.catch(() => undefined);
  return { promise, keep, fail };
}
