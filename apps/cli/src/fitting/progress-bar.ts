import type { Progress } from '@gaussmix/em';
import type { SingleBar } from 'cli-progress';
import type { Output } from '../terminal.ts';
import type { Watch } from './watch.ts';

/** Work that is done sooner, in milliseconds, needs no bar. */
const patience = 300;

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
  const open = async () => {
    const { default: progress } = await import('cli-progress');
    if (over) return;
    bar = new progress.SingleBar({
      stream,
      format: ' {bar} {percentage}%  {what}',
      barsize: 24,
      ...{ barCompleteChar: '━', barIncompleteChar: ' ', clearOnComplete: true, hideCursor: false },
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
      bar?.update(cell + shareDone(progress), { what: `${name}${whereaboutsOf(progress)}` });
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
