import { ownPort } from './worker/own-port.ts';
import { serve } from './worker/serve.ts';

const port = ownPort();
if (port) serve(port);

/** Whether this thread has become a worker: false on a main thread, where this file does nothing. */
export const serving: boolean = port !== undefined;
