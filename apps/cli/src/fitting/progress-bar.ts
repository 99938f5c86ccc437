import type { SingleBar } from 'cli-progress';
import type { Output } from '../terminal.ts';
import type { Watch } from './watch.ts';

/** Work that is done sooner, in milliseconds, needs no bar. */
const patience = 300;

const barWidth = 12;

/** What is told in shares of 1 is drawn in steps. */
const steps = 1000;

/** A bar that tells how far work is, and what is being done. */
export function progressBar(stream: Output): Watch {
  const began = performance.now();
  let bar: SingleBar | undefined;
  let loading = false;
  let over = false;
  // What is longer than a line would leave lines behind.
  const room = Math.max(10, (stream.columns || 80) - barWidth - 10);
  const open = async (what: string) => {
    const { default: progress } = await import('cli-progress');
    if (over) return;
    bar = new progress.SingleBar({
      stream,
      format: ' {bar} {percentage}%  {what}',
      barsize: barWidth,
      ...{ barCompleteChar: '━', barIncompleteChar: ' ', clearOnComplete: true },
      // Whoever interrupts us must find the terminal as it was.
      ...{ hideCursor: false, linewrap: true },
    });
    bar.start(steps, 0, { what });
  };
  return {
    tell(share, what) {
      const short = what.slice(0, room);
      if (!loading && performance.now() - began > patience) {
        loading = true;
        void open(short);
      }
      bar?.update(Math.floor(steps * share), { what: short });
    },
    end() {
      over = true;
      bar?.stop();
    },
  };
}
