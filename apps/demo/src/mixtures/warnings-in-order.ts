import type { FitWarning } from '@gaussmix/em';

/**
 * What a fit warns of, where its components are shown in another order: their numbers in the messages are those of the page.
 *
 * @param order  as `inOrder` takes it: the number of the component that is shown first, second, ...
 */
export function warningsInOrder(warnings: readonly FitWarning[], order: readonly number[]): string[] {
  return warnings.map(({ component, message }) =>
    component === undefined
      ? message
      : message.replace(`component ${component + 1} of`, `component ${order.indexOf(component) + 1} of`),
  );
}
