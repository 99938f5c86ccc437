import { parseTable, type Table } from '@gaussmix/data';
import { marginal } from '@gaussmix/distributions';
import type { AsyncFitOptions } from '@gaussmix/em';
import { type DensityGrid, densityGrid } from '../../charts/density-grid.ts';
import type { Interval } from '../../charts/frame.ts';
import { type Choice, type ChosenData, chooseData, extentsOf } from './choose-data.ts';
import { type Comparison, compareColumns } from './compare-columns.ts';
import { type ColumnDescription, describeColumns } from './describe-columns.ts';
import { type Finished, finishFit, type Report } from './finish-fit.ts';
import { binsFor, type Histogram, histogramOf } from './histogram.ts';
import {
  type FileKind,
  fileText,
  type Member,
  membersFrom,
  type RowOrder,
  rowsByDoubt,
} from './memberships.ts';
import { type FitDemand, runFit, type Told } from './run-fit.ts';

/** What is told of a table that was opened. */
export interface Opened {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ColumnDescription[];
}

/** What is told of columns that were chosen. */
export interface Chosen {
  readonly rows: number;
  /** d names of what is shown. */
  readonly names: readonly string[];
  readonly extents: readonly Interval[];
}

/** One visitor's table, what was chosen of it, and what was fitted: all that is large stays here. */
export class Session {
  #table: Table | undefined;
  #described: readonly ColumnDescription[] = [];
  #chosen: ChosenData | undefined;
  #finished: Finished | undefined;
  #doubt: Uint32Array | undefined;
  #running: AbortController | undefined;

  /** Reads a table. @throws Error naming the line at fault, or that this is no text */
  open(text: string, name: string): Opened {
    this.cancel();
    if (text.includes('\0')) {
      throw new Error(`${name}: must be a text, got bytes that are none. Save the table as CSV, in UTF-8.`);
    }
    const table = parseTable(text, { name });
    const columns = describeColumns(table);
    this.#table = table;
    this.#described = columns;
    this.#chosen = undefined;
    this.#finished = undefined;
    return { name, rows: table.rows, columns };
  }

  /** Makes numbers of columns. @throws GaussmixError naming the cell at fault */
  choose(choice: Choice): Chosen {
    this.cancel();
    this.#finished = undefined;
    this.#chosen = undefined;
    this.#chosen = chooseData(present(this.#table), choice);
    const { shown, names } = this.#chosen;
    return { rows: shown.rows, names, extents: extentsOf(shown) };
  }

  /**
   * Fits what was chosen; what was being fitted before is given up.
   *
   * @throws GaussmixError for what is wrong with the data; an AbortError when it was canceled
   */
  async fit(
    demand: FitDemand,
    tell: (told: Told) => void,
    engine?: AsyncFitOptions['engine'],
  ): Promise<Report> {
    this.cancel();
    const chosen = present(this.#chosen);
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    const outcome = await runFit(chosen.prepared.matrix, demand, { signal, tell, engine });
    signal.throwIfAborted();
    this.#finished = finishFit(outcome, chosen);
    this.#doubt = undefined;
    return this.#finished.report;
  }

  /** Gives up what is being fitted. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Rows of what is to be fitted. */
  get size(): { readonly rows: number; readonly columns: number } {
    return present(this.#chosen).prepared.matrix;
  }

  /** What points are painted from. */
  get points() {
    return { rows: present(this.#chosen).shown, posteriors: this.#finished?.posteriors };
  }

  /** The density of the fit over two columns. */
  density(area: { columns: readonly [number, number]; x: Interval; y: Interval }): DensityGrid {
    const { mixture } = present(this.#finished).report;
    return densityGrid(marginal(mixture, area.columns), area, { columns: 120, rows: 90 });
  }

  /** One column by itself. */
  histogram(column: number, extent: Interval): Histogram {
    const { shown } = present(this.#chosen);
    return histogramOf(shown, { column, extent, bins: binsFor(shown.rows) });
  }

  /** The components beside columns of labels that they were not told of. */
  comparisons(): Comparison[] {
    const { chosen, labels, report } = present(this.#finished);
    const names = this.#described
      .filter(({ name, labels }) => labels && !chosen.prepared.columns.includes(name))
      .map(({ name }) => name);
    return compareColumns(chosen.table, labels, { names, components: report.counts.length });
  }

  /** Some rows of the table of memberships. */
  members(order: RowOrder, from: number, count: number): Member[] {
    const finished = present(this.#finished);
    if (order === 'doubt') this.#doubt ??= rowsByDoubt(finished);
    return membersFrom(finished, { from, count, ...(order === 'doubt' && { order: this.#doubt }) });
  }

  /** A file to take away. */
  file(kind: FileKind): string {
    return fileText(present(this.#finished), kind);
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing to work on yet: open a table first.');
  return value;
}
