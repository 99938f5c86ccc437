import { spawnSync } from 'node:child_process';

/** The first on the path, and that of the system, for which Debian installs its packages. */
const CANDIDATES = ['python3', '/usr/bin/python3'];

let found: string | undefined;

/**
 * The Python that has scikit-learn; the environment's GAUSSMIX_BENCHMARK_PYTHON is taken instead.
 *
 * @returns a command, which need not exist
 */
export function findPython(): string {
  const chosen = process.env.GAUSSMIX_BENCHMARK_PYTHON;
  const candidates = chosen ? [chosen] : CANDIDATES;
  found ??= candidates.find((python) => spawnSync(python, ['-c', 'import sklearn']).status === 0);
  return found ?? candidates[0]!;
}
