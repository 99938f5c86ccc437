import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchOptions } from '../lib/chromium.mjs';
import { root } from '../lib/workspace.mjs';
import { bitsOfFit, rows } from './fit-in-page.ts';

/** What the page writes. */
interface Answer {
  readonly form: string;
  readonly bits: string[];
  readonly blocked: string[];
}

let browser: Browser;
let server: Server;
let script: string;

beforeAll(async () => {
  script = await bundle();
  server = createServer(({ url }, response) => {
    const policy = new URL(url ?? '/', 'http://localhost').searchParams.get('policy');
    if (url === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else {
      const page =
        '<!doctype html><title>A fit in a page</title><script type="module" src="/page.js"></script>';
      response
        .writeHead(200, {
          'content-type': 'text/html',
          'content-security-policy': policy ?? "default-src 'none'",
        })
        .end(page);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await chromium.launch(launchOptions(findChromium()!));
});

afterAll(async () => {
  await browser?.close();
  await new Promise((closed) => server.close(closed));
});

describe('A page that bundles @gaussmix/em', () => {
  it("fits in WebAssembly under script-src 'self' 'wasm-unsafe-eval', with the bits of Node", async () => {
    const { form, bits, blocked } = await answerUnder(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    );
    expect(form).toBe('simd');
    expect(blocked).toEqual([]);
    expect(bits).toEqual(bitsOfFit(rows));
  });

  it("fits in plain TypeScript where script-src 'self' forbids WebAssembly, with the bits of Node", async () => {
    const { form, bits, blocked } = await answerUnder("default-src 'none'; script-src 'self'");
    expect(form).toBe('plain');
    expect(blocked).toEqual(['wasm-eval']);
    expect(bits).toEqual(bitsOfFit(rows));
  });
});

async function answerUnder(policy: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto(`http://127.0.0.1:${port}/?policy=${encodeURIComponent(policy)}`);
  await page.waitForFunction(() => document.title !== 'A fit in a page' || undefined);
  const answer = JSON.parse(await page.title()) as Answer;
  expect(errors).toEqual([]);
  await page.close();
  return answer;
}

/** The page's script as a site would ship it: one file from the built packages. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/scripts/test-browser/page.ts`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
