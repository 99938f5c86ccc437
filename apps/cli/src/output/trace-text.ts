import sparkly from 'sparkly';
import { count, nats } from './numbers.ts';

const widest = 48;

/**
 * The log-likelihood after each iteration as a spark-line, with its ends in numbers.
 *
 * @param trace  the start's value first
 * @returns a line; none when nothing was iterated, or no more was gained than is written
 */
export function traceText(trace: readonly number[]): string[] {
  const iterations = trace.length - 1;
  if (iterations < 1) return [];
  const points = Math.min(trace.length, widest);
  const chosen = Array.from(
    { length: points },
    (_, i) => trace[Math.round((i * iterations) / (points - 1))]!,
  );
  const [first, last] = [trace[0]!, trace.at(-1)!];
  if (nats(first) === nats(last)) return [];
  return [`${sparkly(chosen)}  from ${nats(first)} to ${nats(last)} in ${count(iterations, 'iteration')}`];
}
