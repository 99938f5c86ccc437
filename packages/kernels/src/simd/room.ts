/** One of the loops of assembly/: numbers and pointers in, a number or nothing out. */
export type Loop = (...numbers: number[]) => number;

/** What assembly/index.ts exports; its sources say what the numbers are. Pointers are offsets in bytes into the memory. */
export interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly expPairs: Loop;
  readonly logPairs: Loop;
  readonly toPanels: Loop;
  readonly squaresOfDiagonal: Loop;
  readonly squaresOfTriangle: Loop;
  readonly squaresOfTriangle2: Loop;
  readonly squaresOfTriangle3: Loop;
  readonly squaresOfLowRank: Loop;
  readonly squaresOfWhitened: Loop;
  readonly whitenByDiagonal: Loop;
  readonly labelRows: Loop;
  readonly listRows: Loop;
  readonly listShares: Loop;
  readonly sharesOfAll: Loop;
  readonly sharesOfLabels: Loop;
  readonly sharesOfListed: Loop;
  readonly finishRows: Loop;
  readonly responsibilities: Loop;
  readonly writePosteriors: Loop;
  readonly momentsOf1: Loop;
  readonly momentsOf2: Loop;
  readonly momentsOf3: Loop;
  readonly momentsOfDiagonal: Loop;
  readonly gatherDeviations: Loop;
  readonly spreadDeviations: Loop;
  readonly addScatter: Loop;
  readonly addSquares: Loop;
  readonly addSketch: Loop;
  readonly addGroup: Loop;
  readonly clearOthers: Loop;
  readonly foldGroup: Loop;
  readonly gatherGroup: Loop;
  readonly listLabel: Loop;
  readonly markLabels: Loop;
  readonly collect: Loop;
  readonly undoTriangle: Loop;
  readonly collectScatter: Loop;
  readonly nearestCenter: Loop;
  readonly moveRows: Loop;
  readonly seedingTrials: Loop;
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

/** Hands out places in a {@link Room}, one after another. */
export class Places {
  #end = ROOM_AT;

  /** @returns where so many bytes begin, on a cache line of their own */
  take(bytes: number): number {
    const at = this.#end;
    this.#end = at + Math.ceil(bytes / 64) * 64;
    return at;
  }

  /** Bytes taken in all. */
  get bytes(): number {
    return this.#end - ROOM_AT;
  }
}
