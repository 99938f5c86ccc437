import { MODULE_BYTES } from './module-bytes.ts';

/** undefined before the first try, null where there is no SIMD or WebAssembly is forbidden. */
let compiled: WebAssembly.Module | null | undefined;

/**
 * The compiled hot loops, to be posted to workers: compiled once, synchronously, when first asked for.
 *
 * @returns undefined where the platform lacks SIMD, or its content security policy forbids WebAssembly
 */
export function compileKernels(): WebAssembly.Module | undefined {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(Uint8Array.from(atob(MODULE_BYTES), (byte) => byte.charCodeAt(0)));
    } catch {
      compiled = null;
    }
  }
  return compiled ?? undefined;
}
