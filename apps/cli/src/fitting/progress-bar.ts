import type { Progress } from '@gaussmix/em';
import type { SingleBar } from 'cli-progress';
import type { Output } from '../terminal.ts';
import type { Watch } from './watch.ts';

/** Work that is done sooner, in milliseconds, needs no bar. */
const patience = 300;

const barWidth = 12;

/** A start is half done, for the bar, after so many iterations: nobody knows how many it takes. */
const halfDone = 30;

/**
 * A bar that tells which fit and which start is being run, and how far it is.
 *
 * @param options  `cells`: how many fits there will be
 */
export function progressBar(stream: Output, { cells }: { cells: number }): Watch {
  const began = performance.now();
  let cell = -1;
  let name = '';
  let bar: SingleBar | undefined;
  let loading = false;
  let over = false;
  // What is longer than a line would leave lines behind.
  const room = Math.max(10, (stream.columns || 80) - barWidth - 10);
  const open = async () => {
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
    bar.start(cells, 0, { what: name });
  };
  return {
    begin({ components, covariance }) {
      cell++;
      const which = cells > 1 ? `fit ${cell + 1} of ${cells}: ` : '';
      name = `${which}${components} ${components === 1 ? 'component' : 'components'}, ${covariance}`;
    },
    iterate(progress) {
      if (!loading && performance.now() - began > patience) {
        loading = true;
        void open();
      }
      bar?.update(cell + shareDone(progress), { what: `${name}${whereaboutsOf(progress)}`.slice(0, room) });
    },
    end() {
      over = true;
      bar?.stop();
    },
  };
}

/** How much of a fit is done, from 0 to 1. */
function shareDone({ restart, restarts, iteration }: Progress): number {
  return (restart + iteration / (iteration + halfDone)) / restarts;
}

function whereaboutsOf({ restart, restarts, iteration, logLikelihood }: Progress): string {
  const start = restarts > 1 ? `, start ${restart + 1} of ${restarts}` : '';
  return `${start}, iteration ${iteration}, log-likelihood ${logLikelihood.toPrecision(8)}`;
}
