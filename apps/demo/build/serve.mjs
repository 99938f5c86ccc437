// Serves dist/ on this machine until it is interrupted: node build/serve.mjs [--port 4173]
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveFolder } from './serve-folder.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
const folder = resolve(import.meta.dirname, '../dist');
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port must be a whole number from 0 to 65535, got ${values.port}.`);
  process.exitCode = 2;
} else if (!existsSync(folder)) {
  console.error('There is nothing to serve yet: run pnpm demo, which builds it first.');
  process.exitCode = 2;
} else {
  try {
    const { address, close } = await serveFolder(folder, { port });
    console.log(`The demo is at ${address} (Ctrl-C ends it).`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
  } catch (error) {
    console.error(
      `The demo cannot be served: ${error instanceof Error ? error.message : error}. Try another port: --port 4174.`,
    );
    process.exitCode = 1;
  }
}
