export { exp } from './elementary/exp.ts';
export { log } from './elementary/log.ts';
export { GaussmixError } from './errors.ts';
