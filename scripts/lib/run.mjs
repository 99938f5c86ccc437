import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './workspace.mjs';

/**
 * The environment of every command: the workspace's own tools first, so that nothing global is needed.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const bin = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, TURBO_TELEMETRY_DISABLED: '1' };
}

/**
 * Runs a command and keeps what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>}
 *   the exit code; what went to stdout; that and stderr as they came
 */
export function capture(command, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(command, args, {
      cwd: root,
      env: toolEnvironment(),
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => settle({ code: 127, stdout, output: error.message }));
    child.on('close', (code) => settle({ code: code ?? 1, stdout, output }));
  });
}

/**
 * Runs a command in front of the user.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}  the exit code
 */
export function show(command, args, options = {}) {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit', ...options });
    child.on('error', fail);
    child.on('close', (code) => settle(code ?? 1));
  });
}

/**
 * Builds through turbo, which skips what is built already. Silent unless something fails.
 *
 * @param {string[]} filters  such as "--filter=@gaussmix/cli..."; nothing means everything
 * @returns {Promise<boolean>}  whether it worked; if not, the log has been printed
 */
export async function build(...filters) {
  const { code, output } = await capture('turbo', ['run', 'build', '--output-logs=errors-only', ...filters]);
  if (code !== 0) process.stderr.write(`${output}\nThe build failed: see above.\n`);
  return code === 0;
}
