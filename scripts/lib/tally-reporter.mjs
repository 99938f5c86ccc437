/**
 * Ends a run of vitest with the plain line that other programs read: `N passed, N failed`.
 *
 * @type {import('vitest/node').Reporter}
 */
export const tallyReporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (/** @type {string} */ state) =>
      tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + count('pending') + brokenFiles + unhandledErrors.length;
    const skipped = count('skipped');
    console.log(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  },
};
