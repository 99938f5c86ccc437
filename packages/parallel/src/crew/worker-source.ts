/** The worker with all that it imports, as one script: bundle-worker.ts makes it when this package is built or tested. */
declare const BUNDLED_WORKER: string;

/** A script that makes a worker of the thread that runs it. */
export const WORKER_SOURCE: string = BUNDLED_WORKER;
