export { createRandom } from './create-random.ts';
export { createUniformRandom } from './create-uniform-random.ts';
export type { MutableList, Random, UniformRandom } from './random.ts';
