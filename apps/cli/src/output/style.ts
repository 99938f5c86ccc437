import { styleText } from 'node:util';
import type { Terminal } from '../terminal.ts';

/** How text stands out on a terminal that has colors; elsewhere these return what they get. */
export interface Style {
  /** Titles. */
  bold(text: string): string;
  /** What explains. */
  dim(text: string): string;
  /** What won. */
  good(text: string): string;
  /** What to look out for. */
  bad(text: string): string;
}

/** The style of a terminal: colors where it has them and nobody said no (https://no-color.org). */
export function styleOf({ stdout, env }: Terminal): Style {
  const colored = env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stdout.isTTY === true;
  type Format = Parameters<typeof styleText>[0];
  const paint = (format: Format) => (text: string) =>
    colored ? styleText(format, text, { validateStream: false }) : text;
  return { bold: paint('bold'), dim: paint('dim'), good: paint(['bold', 'green']), bad: paint('yellow') };
}
