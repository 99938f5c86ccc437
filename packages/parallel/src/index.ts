export type { WorkerLike } from './crew/worker-port.ts';
export { type ThreadPool, type ThreadsOptions, threads } from './threads.ts';
