// pnpm test [ARGUMENT...]: builds what changed, then runs every test once. Arguments go to vitest.
// Tests in a browser need a Chromium: without one they are left out, which is said, and which CI does not accept.
import { findChromium, howToGetChromium } from './lib/chromium.mjs';
import { build, show } from './lib/run.mjs';

const browser = findChromium() !== undefined;
if (!browser)
  console.error(`No Chromium was found: the tests in a browser are left out. ${howToGetChromium}`);
if (!browser && process.env.CI) {
  console.error('In CI that is a failure.');
  process.exitCode = 1;
} else {
  process.exitCode = (await build()) ? await show('vitest', ['run', ...process.argv.slice(2)]) : 1;
}
