const [I32, F64, V128, EMPTY] = [0x7f, 0x7c, 0x7b, 0x40];
const [LOCAL_GET, LOCAL_SET, LOCAL_TEE, LOOP, BR_IF, END] = [0x20, 0x21, 0x22, 0x03, 0x0d, 0x0b];
const [I32_CONST, I32_SUB] = [0x41, 0x6b];
const SPLAT = [0xfd, 0x14];
const EXTRACT_FIRST = [0xfd, 0x21, 0];
const ADD = [0xfd, 0xf0, 1];
const MULTIPLY = [0xfd, 0xf2, 1];

/** Locals: how often the loop still runs, the two numbers as parameters, and as vectors. */
const [COUNT, FACTOR, SUMMAND, FACTORS, SUMMANDS, FIRST] = [0, 1, 2, 3, 4, 5];

/** Trips written out one after the other, so that counting costs nothing. */
export const UNROLLED = 8;

/**
 * A module whose `run(count, factor, summand)` does count x UNROLLED x accumulators times a <- a * factor + summand, on
 * two doubles each, in registers alone.
 *
 * @param accumulators  how many independent ones
 */
export function multiplyAddModule(accumulators: number): Uint8Array<ArrayBuffer> {
  const locals = Array.from({ length: accumulators }, (_, i) => FIRST + i);
  const trip = locals.flatMap((local) => [
    ...[LOCAL_GET, local, LOCAL_GET, FACTORS, ...MULTIPLY],
    ...[LOCAL_GET, SUMMANDS, ...ADD, LOCAL_SET, local],
  ]);
  const body = [
    ...[1, 2 + accumulators, V128],
    ...[LOCAL_GET, FACTOR, ...SPLAT, LOCAL_SET, FACTORS],
    ...[LOCAL_GET, SUMMAND, ...SPLAT, LOCAL_SET, SUMMANDS],
    ...locals.flatMap(begin),
    ...[LOOP, EMPTY, ...Array.from({ length: UNROLLED }, () => trip).flat()],
    ...[LOCAL_GET, COUNT, I32_CONST, 1, I32_SUB, LOCAL_TEE, COUNT, BR_IF, 0, END],
    ...locals.flatMap((local, i) => [LOCAL_GET, local, ...(i > 0 ? ADD : [])]),
    ...[...EXTRACT_FIRST, END],
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, I32, F64, F64, 1, F64]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...'run'.split('').map((letter) => letter.charCodeAt(0)), 0, 0]),
    ...section(10, [1, ...sized(body)]),
  ]);
}

/** Each begins elsewhere, so that no compiler finds two of them to be one: the summand times 2 to the local's power. */
function begin(local: number): number[] {
  const doublings = Array.from({ length: local }, () => [
    LOCAL_GET,
    local,
    LOCAL_GET,
    local,
    ...ADD,
    LOCAL_SET,
    local,
  ]);
  return [LOCAL_GET, SUMMANDS, LOCAL_SET, local, ...doublings.flat()];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

/** Bytes behind their number, in LEB128. */
function sized(content: readonly number[]): number[] {
  const length: number[] = [];
  let rest = content.length;
  do {
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return [...length, ...content];
}
