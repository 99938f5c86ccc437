export { createRandom } from './create-random.ts';
export type { MutableList, Random } from './random.ts';
