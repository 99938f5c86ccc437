import { runAlone } from '../lib/check.mjs';
import { capture } from '../lib/run.mjs';

export const title = 'every package and every script type-checks (tsc, strict)';
export const needsBuild = true;

export async function check() {
  const packages = await capture('turbo', ['run', 'typecheck', '--output-logs=errors-only', '--continue']);
  const scripts = await capture('tsc', ['--project', 'scripts']);
  return [packages, scripts].filter(({ code }) => code !== 0).map(({ output }) => output.trim());
}

await runAlone(import.meta.url, { title, needsBuild, check });
