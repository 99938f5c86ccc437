/** What is used of seedrandom's xor4096, so that nobody needs its types. */
declare module 'seedrandom/lib/xor4096.js' {
  interface Xor4096 {
    /** 32 bits, as a signed whole number. */
    int32(): number;
    /** 53 bits in (0, 1). */
    double(): number;
  }
  export default function xor4096(seed: string): Xor4096;
}
