import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a program is started. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A program that answers requests, one after the other. */
export interface Session {
  /**
   * Asks and waits.
   *
   * @param words  a request, as in serve
   * @param seconds  how long to wait before the program is ended
   * @throws Error with the program's own words, or why it gave none
   */
  ask<Answer>(words: readonly (string | number)[], seconds?: number): Promise<Answer>;
  /** Whether it can be asked. */
  alive(): boolean;
  close(): void;
}

/** Long enough for anything that is worth waiting for. */
const PATIENCE = 300;

/** Lines of complaint that are kept to explain an end without an answer. */
const COMPLAINTS = 5;

/** Starts a program. It is asked by lines on its standard input and ends with it. */
export function openSession({ command, args, env }: Launch): Session {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = createInterface({ input: child.stdout });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    complaints.push(line);
    if (complaints.length > COMPLAINTS) complaints.shift();
  });
  const end = endOf(child, complaints);
  child.stdin.on('error', () => {});
  return {
    async ask<Answer>(words: readonly (string | number)[], seconds = PATIENCE): Promise<Answer> {
      if (end.reason !== undefined) throw new Error(end.reason);
      child.stdin.write(`${words.join('\t')}\n`);
      const answer = JSON.parse(await firstOf(lines, { child, end, seconds })) as Answer & { error?: string };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer;
    },
    alive: () => end.reason === undefined,
    close: () => child.stdin.end(),
  };
}

interface End {
  /** Why there will be no more answers. */
  reason?: string;
  readonly happened: Promise<void>;
}

function endOf(child: ChildProcess, complaints: readonly string[]): End {
  const { promise, resolve } = deferred();
  const end: End = { happened: promise };
  child.on('error', (error) => {
    end.reason ??= error.message;
    resolve();
  });
  child.on('close', (code, signal) => {
    end.reason ??= complaints.at(-1) ?? `it ended with ${signal ?? code}`;
    resolve();
  });
  return end;
}

async function firstOf(
  lines: ReturnType<typeof createInterface>,
  { child, end, seconds }: { child: ChildProcess; end: End; seconds: number },
): Promise<string> {
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      end.happened.then(() => reject(new Error(end.reason)));
      late = setTimeout(() => {
        end.reason = `no answer within ${seconds} s`;
        child.kill('SIGKILL');
        reject(new Error(end.reason));
      }, seconds * 1000);
    });
  } finally {
    clearTimeout(late);
    lines.removeAllListeners('line');
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
