/** What assembly/index.ts exports. Pointers are offsets in bytes into the memory. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  /** Replaces so many pairs of numbers from `at` on by their exponentials. */
  expPairs(at: number, pairs: number): void;
  /** Replaces so many pairs of normal positive numbers from `at` on by their logarithms. */
  logPairs(at: number, pairs: number): void;
}

const PAGE = 65536;

/** Where callers' room begins: the first page belongs to the module. */
export const ROOM_AT = PAGE;

/**
 * One instance of the hot loops with its memory, which its callers use by turns: whoever claims it writes
 * parameters there and keeps them until somebody else claims it. So the memory is as large as the largest of them needs,
 * and nothing has to be freed.
 */
export class Room {
  readonly exports: Exports;
  #owner: object | undefined;
  #numbers = new Float64Array(0);

  constructor(module: WebAssembly.Module) {
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports;
  }

  /**
   * Takes the room for one caller.
   *
   * @param bytes  how much it needs from {@link ROOM_AT} on
   * @returns whether somebody else had it since: the caller's numbers are gone
   * @throws RangeError when the memory cannot grow so far
   */
  claim(owner: object, bytes: number): boolean {
    const { memory } = this.exports;
    const missing = ROOM_AT + bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    if (this.#numbers.buffer !== memory.buffer) this.#numbers = new Float64Array(memory.buffer);
    if (this.#owner === owner) return false;
    this.#owner = owner;
    return true;
  }

  /** The whole memory as numbers; valid until the next claim. */
  get numbers(): Float64Array {
    return this.#numbers;
  }
}
