import { GaussmixError } from '@gaussmix/kernels';
import type { FromWorker, ToWorker } from '../messages.ts';
import type { KeptRows } from '../tasks/kept-rows.ts';
import type { Task } from '../tasks/task.ts';
import type { Member } from './member.ts';
import { portOf, type WorkerLike, type WorkerPort } from './worker-port.ts';

/** What a crew is made of. */
export interface CrewOptions {
  readonly start: () => WorkerLike;
  /** The compiled hot loops; workers run the plain ones without. */
  readonly module: WebAssembly.Module | undefined;
}

/**
 * Workers that are kept at their number: one that dies is replaced, and its successor is told of the rows and tasks at
 * hand. A process that waits for nothing but idle workers may exit.
 */
export class Crew {
  readonly #options: CrewOptions;
  /** Undefined where a worker has died and its successor is not ready. */
  #members: (Member | undefined)[] = [];
  readonly #ports = new Set<WorkerPort>();
  readonly #tasks = new Map<number, Task>();
  readonly #rows = new Set<KeptRows>();
  /** Places for which a worker is being started. */
  readonly #awaited = new Set<number>();
  #started = 0;
  #closed = false;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  /** How many workers there are. */
  get size(): number {
    return this.#members.length;
  }

  /** Starts the workers. @returns why some could not be started; there are only so many as could */
  async muster(count: number): Promise<string[]> {
    const places = Array.from({ length: count }, (_, place) => this.#start(place));
    const settled = await Promise.allSettled(places);
    const joined = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    this.#members = joined.map((member, place) =>
      this.#ports.has(member.port) ? Object.assign(member, { place }) : undefined,
    );
    this.#holdOrRelease();
    return settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
  }

  /** Gives each worker its part of rows. */
  keep(rows: KeptRows): void {
    this.requireOpen();
    this.#rows.add(rows);
    for (const member of this.#members) if (member) post(member, rows.messageFor(member.place));
  }

  /** Lets each worker forget them. */
  forget(rows: KeptRows): void {
    this.#rows.delete(rows);
    this.#tellAll({ kind: 'forget', rows: rows.number });
  }

  /**
   * Has a task done.
   *
   * @returns its sums
   * @throws the signal's reason, at once; GaussmixError "worker" when workers die again and again
   */
  async run(task: Task, signal: AbortSignal | undefined): Promise<Float64Array> {
    this.requireOpen();
    signal?.throwIfAborted();
    const abort = () => task.fail(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    this.#tasks.set(task.number, task);
    this.#holdOrRelease();
    try {
      for (const [place, member] of this.#members.entries()) {
        if (member) post(member, task.messageFor(member));
        else void this.#replace(place);
      }
      return await task.sums;
    } catch (error) {
      this.#tellAll({ kind: 'stop', pass: task.number });
      throw error;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#tasks.delete(task.number);
      this.#holdOrRelease();
    }
  }

  /** Ends all workers; tasks at hand fail. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#tasks.values()) task.fail(closedError());
    await Promise.all(Array.from(this.#ports, (port) => port.end()));
    this.#ports.clear();
  }

  /** Starts one worker. @returns it once it is ready */
  #start(place: number): Promise<Member> {
    const number = ++this.#started;
    return new Promise((resolve, reject) => {
      const port = portOf(this.#options.start(), {
        message: (message) => {
          if (message.kind === 'ready') resolve({ number, place, port });
          else this.#receive(message);
        },
        death: (reason) => {
          this.#ports.delete(port);
          reject(new Error(reason));
          this.#vacate(number, reason);
        },
      });
      this.#ports.add(port);
      const { module } = this.#options;
      try {
        port.post({ kind: 'kernels', module });
      } catch {
        // A module that cannot be posted: the plain loops do.
        port.post({ kind: 'kernels' });
      }
    });
  }

  #receive(message: Exclude<FromWorker, { kind: 'ready' }>): void {
    if (message.kind !== 'failed') this.#tasks.get(message.pass)?.receive(message);
  }

  /** One that was ready has died. */
  #vacate(number: number, reason: string): void {
    const place = this.#members.findIndex((member) => member?.number === number);
    if (place < 0 || this.#closed) return;
    this.#members[place] = undefined;
    this.#tellTasks(number, reason);
    void this.#replace(place);
  }

  #tellTasks(lost: number, reason: string): void {
    for (const task of this.#tasks.values()) task.lose(lost, reason);
  }

  /** Fills an empty place; tries until no task is left that wants it. */
  async #replace(place: number): Promise<void> {
    if (this.#awaited.has(place)) return;
    this.#awaited.add(place);
    do {
      const start = this.#start(place);
      const number = this.#started;
      this.#holdOrRelease();
      await start.then(
        (member) => this.#join(member),
        ({ message }: Error) => this.#tellTasks(number, message),
      );
    } while (this.#members[place] === undefined && this.#tasks.size > 0 && !this.#closed);
    this.#awaited.delete(place);
  }

  #join(member: Member): void {
    if (this.#closed) return;
    this.#members[member.place] = member;
    for (const rows of this.#rows) post(member, rows.messageFor(member.place));
    for (const task of this.#tasks.values()) post(member, task.messageFor(member));
  }

  #tellAll(message: ToWorker): void {
    for (const member of this.#members) member?.port.post(message);
  }

  #holdOrRelease(): void {
    for (const port of this.#ports) {
      if (this.#tasks.size > 0) port.hold();
      else port.release();
    }
  }

  /** @throws GaussmixError "closed" */
  requireOpen(): void {
    if (this.#closed) throw closedError();
  }
}

/** Posts a message; rows that are a copy are moved instead of being copied again. */
function post({ port }: Member, message: ToWorker): void {
  const copy = message.kind === 'rows' && message.data.buffer instanceof ArrayBuffer;
  port.post(message, copy ? [message.data.buffer as ArrayBuffer] : []);
}

function closedError(): GaussmixError {
  return new GaussmixError(
    'closed',
    'threads: the pool must be open, got one that was closed. Start another.',
  );
}
