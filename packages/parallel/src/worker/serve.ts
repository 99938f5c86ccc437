import { eventLoop } from '@gaussmix/em';
import { type Kernels, plainKernels } from '@gaussmix/kernels';
import { kernelsOf } from '@gaussmix/kernels/simd';
import type { PassMessage, RowsMessage, ToWorker } from '../messages.ts';
import { computeAssigned } from './compute-assigned.ts';
import { computeClaimed } from './compute-claimed.ts';
import type { OwnPort } from './own-port.ts';

/** What a worker does all its life: keeps rows, and computes passes over them in the order in which they come. */
export function serve(port: OwnPort): void {
  const kept = new Map<number, RowsMessage>();
  const running = new Set<number>();
  const loop = eventLoop();
  let kernels: Kernels | undefined;
  let before: Promise<void> = Promise.resolve();

  async function compute(message: PassMessage): Promise<void> {
    const { pass, shared, chunks = [] } = message;
    const rows = kept.get(message.rows);
    kernels ??= plainKernels;
    if (rows && shared) computeClaimed(message, { rows, kernels, ...shared });
    if (rows && !shared) {
      const going = () => running.has(pass);
      for await (const { chunk, sums } of computeAssigned(message, { rows, kernels, chunks, loop, going }))
        port.post({ kind: 'chunk', pass, chunk, sums }, [sums.buffer]);
    }
    running.delete(pass);
    port.post({ kind: 'done', pass });
  }

  const handlers: { [Kind in ToWorker['kind']]: (message: Extract<ToWorker, { kind: Kind }>) => void } = {
    kernels({ module }) {
      kernels = kernelsOf(module);
      port.post({ kind: 'ready' });
    },
    rows: (message) => void kept.set(message.rows, message),
    forget: ({ rows }) => void kept.delete(rows),
    pass(message) {
      running.add(message.pass);
      before = before
        .then(() => compute(message))
        .catch((error) => port.post({ kind: 'failed', message: String(error) }));
    },
    stop: ({ pass }) => void running.delete(pass),
  };
  port.listen(
    (message) => (handlers[message.kind] as (message: ToWorker) => void)(message),
    () => {
      // A compiled module that may not be shared with this thread: the plain loops do.
      if (kernels === undefined) handlers.kernels({ kind: 'kernels' });
      else port.post({ kind: 'failed', message: 'a message that could not be read' });
    },
  );
}
