export { compileKernels } from './module.ts';
export { kernelsOf, simdKernels } from './simd-kernels.ts';
