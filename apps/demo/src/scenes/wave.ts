import { sincos } from '@gaussmix/kernels';

const TURN = 6.283185307179586;

/** The sine of an angle given in turns: wave(0.25) is 1. The same bits on every engine. */
export function wave(turns: number): number {
  return sincos(TURN * (turns - Math.floor(turns))).sin;
}
