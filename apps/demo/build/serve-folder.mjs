import { createServer } from 'node:http';
import sirv from 'sirv';
import { contentPolicy } from './content-policy.mjs';

/**
 * Serves files below a path, as the simplest of hosts would: no header but the content security policy.
 *
 * @param {string} folder
 * @param {{ port?: number, path?: string }} [options]  any free port by default; "/" by default, else as "/some/where/"
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, { port = 0, path = '/' } = {}) {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response) => response.setHeader('content-security-policy', contentPolicy),
  });
  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n');
    };
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(path)) return missing();
    request.url = `/${request.url?.slice(path.length)}`;
    files(request, response, missing);
  });
  await new Promise((listening, failed) => {
    server.once('error', failed).listen(port, 'localhost', () => listening(undefined));
  });
  const bound = server.address();
  const own = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://localhost:${own}${path}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
