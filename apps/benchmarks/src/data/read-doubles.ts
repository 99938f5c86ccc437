import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The doubles of a file, read straight into their place. */
export function readDoubles(path: string): Float64Array<ArrayBuffer> {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(fstatSync(file).size);
    let at = 0;
    while (at < bytes.length) at += readSync(file, bytes, { offset: at, length: bytes.length - at });
    return new Float64Array(bytes.buffer);
  } finally {
    closeSync(file);
  }
}
