import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A scratch workspace that holds the given files and lasts as long as the test. Returns its folder. */
export function workspaceOf(files: Readonly<Record<string, string | object>>): string {
  const top = mkdtempSync(join(tmpdir(), 'gaussmix-workspace-'));
  onTestFinished(() => rmSync(top, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return top;
}
