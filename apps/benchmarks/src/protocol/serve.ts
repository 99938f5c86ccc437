import { createInterface } from 'node:readline';

/** Answers one request: what follows the first word. */
export type Handler = (...words: string[]) => object | Promise<object>;

/**
 * The program side of the protocol: a request is a line of words with tabs between them, the first of which names a
 * handler; the answer is a line of JSON, { "error": ... } where the handler throws. Ends with standard input.
 */
export async function serve(handlers: Readonly<Record<string, Handler>>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const [name = '', ...words] = line.split('\t');
    process.stdout.write(`${JSON.stringify(await answerOf(handlers[name], words))}\n`);
  }
}

async function answerOf(handler: Handler | undefined, words: readonly string[]): Promise<object> {
  if (handler === undefined) return { error: 'it cannot do this' };
  try {
    return await handler(...words);
  } catch (error) {
    return { error: (error as Error).message };
  }
}
