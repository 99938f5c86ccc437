import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchOptions } from '../lib/chromium.mjs';
import { root } from '../lib/workspace.mjs';
import { fitOver } from './fit-over-threads.ts';

/** What the page writes. */
interface Answer {
  readonly bits: string[];
  readonly warnings: string[];
  readonly count: number;
  readonly shared: boolean;
  readonly turns: number;
}

const wasm = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const noThreads =
  /^threads: 2 of 2 workers could not be started: .*\. One thread computes\. Where a content security policy forbids Blobs, host @gaussmix\/parallel\/worker and pass worker: \(\) => new Worker\(url, \{ type: 'module' \}\)\.$/;

let browser: Browser;
let server: Server;
let bitsInNode: string[];

beforeAll(async () => {
  bitsInNode = (await fitOver(undefined)).bits;
  const scripts = new Map([
    ['/page.js', await bundle()],
    ['/worker.js', readFileSync(`${root}/packages/parallel/dist/worker.js`, 'utf8')],
  ]);
  server = createServer(({ url = '/', headers }, response) => {
    // Scripts are asked for by the page, whose address says how all is served.
    const asked = new URL(url, 'http://localhost');
    const { searchParams } = asked.pathname === '/' ? asked : new URL(headers.referer ?? '/', asked);
    if (searchParams.has('isolated')) {
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
    }
    response.setHeader('content-security-policy', searchParams.get('policy') ?? "default-src 'none'");
    const script = scripts.get(asked.pathname);
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    const page =
      '<!doctype html><title>Threads in a page</title><script type="module" src="/page.js"></script>';
    response.end(script ?? page);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await chromium.launch(launchOptions(findChromium()!));
});

afterAll(async () => {
  await browser?.close();
  await new Promise((closed) => server.close(closed));
});

describe('A page that bundles @gaussmix/parallel fits with the bits of Node', () => {
  it.each([
    ['over workers from a Blob that share memory', { isolated: '', policy: `${wasm}; worker-src blob:` }],
    ['over workers from a hosted file that share memory', { isolated: '', hosted: '', policy: wasm }],
    ['over copies, where it is not isolated', { policy: `${wasm}; worker-src blob:` }],
    ['over copies, by workers from a hosted file', { hosted: '', policy: wasm }],
    ['over threads that may not use WebAssembly', { hosted: '', isolated: '', policy: "script-src 'self'" }],
  ])('%s', async (_, query) => {
    const { turns, ...answer } = await answerOf(query);
    const shared = 'isolated' in query;
    expect(answer).toEqual({ bits: bitsInNode, warnings: [], count: 2, shared });
    expect(turns).toBeGreaterThan(0);
  });

  it('on its own thread, with a warning and in turns, where its policy refuses the Blob', async () => {
    const { turns, warnings, ...answer } = await answerOf({ policy: wasm });
    expect(answer).toEqual({ bits: bitsInNode, count: 0, shared: false });
    expect(warnings).toEqual([expect.stringMatching(noThreads)]);
    expect(turns).toBeGreaterThan(0);
  });
});

async function answerOf(query: Readonly<Record<string, string>>): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams(query)}`);
  await page.waitForFunction(() => document.title !== 'Threads in a page' || undefined);
  const answer = JSON.parse(await page.title()) as Answer;
  expect(errors).toEqual([]);
  await page.close();
  return answer;
}

/** The page's script as a site would ship it: one file from the built packages. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/scripts/test-browser/threads-page.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
