import { proxy } from 'comlink';
import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import type { Choice } from './choose-data.ts';
import type { Report } from './finish-fit.ts';
import { choiceOf, demandOf, type PageValues } from './page-state.ts';
import type { FitDemand, Told } from './run-fit.ts';
import type { SampleName } from './sample-names.ts';
import { samples } from './samples.ts';
import type { Chosen, Opened } from './session.ts';
import type { YourDataWork } from './your-data.worker.ts';

/** Tables with fewer numbers than these are fitted again after every change; larger ones when asked to. */
const quick = 20_000;

/** What the page shows, and what a visitor can do: the worker does it. */
export class Workshop {
  readonly work = connect<YourDataWork>(
    new Worker(new URL('./your-data.worker.ts', import.meta.url), { type: 'module' }),
  );
  opened = $state.raw<Opened>();
  chosen = $state.raw<Chosen>();
  report = $state.raw<Report>();
  /** What the report was asked with. */
  demand = $state.raw<FitDemand>();
  told = $state.raw<Told>();
  error = $state<string>();
  /** What is being done: opening, choosing or fitting. */
  busy = $state<'open' | 'choose' | 'fit'>();
  /** Whether the visitor brought the table. */
  own = $state(false);
  canceled = $state(false);
  readonly #values: PageValues;
  /** What was asked for last: answers to anything before come too late. */
  #wish: object | undefined;
  readonly #choosing = latest<Choice, Chosen>(
    (choice) => this.work.choose(choice),
    (chosen, choice) => choice === this.#wish && this.#take(chosen),
    (error, choice) => choice === this.#wish && this.#fail(error),
  );
  readonly #fitting = latest<FitDemand, Report>(
    (demand) =>
      this.work.fit(
        demand,
        proxy((told) => this.#hear(told)),
        navigator.hardwareConcurrency,
      ),
    (report, demand) => demand === this.#wish && this.#show(report, demand),
    (error, demand) => demand === this.#wish && this.#fail(error),
  );

  constructor(values: PageValues) {
    this.#values = values;
  }

  /** Whether every change is followed by a fit. */
  readonly quick = $derived.by(() => this.chosen && this.chosen.rows * this.chosen.names.length <= quick);

  /** Whether what is shown is what the controls say. */
  readonly stale = $derived.by(
    () =>
      this.chosen !== undefined &&
      this.demand !== undefined &&
      JSON.stringify(this.demand) !== JSON.stringify(demandOf(this.#values, this.chosen.names.length)),
  );

  /** Opens a supplied table. */
  async openSample(name: SampleName): Promise<void> {
    const { href } = new URL(samples[name].address, document.baseURI);
    this.own = false;
    await this.#open({ name: `${name}.csv`, address: href });
  }

  /** Opens a file of the visitor's. */
  async openFile(file: File): Promise<void> {
    this.#values.columns = [];
    this.#values.pca = 0;
    this.own = true;
    await this.#open(file);
  }

  /** Makes numbers of the columns that are ticked. */
  choose(): void {
    if (!this.opened) return;
    const choice = choiceOf(this.opened.columns, this.#values);
    this.#forget();
    if (choice.columns.length === 0) {
      this.busy = undefined;
      this.error = this.opened.columns.some(({ wanted }) => wanted)
        ? 'No column is ticked. Tick at least one.'
        : 'No column looks like measures. In the list each says why; tick one to use it all the same.';
      return;
    }
    this.busy = 'choose';
    this.#wish = choice;
    this.#choosing.ask(choice);
  }

  /** Fits as the controls say. */
  fit(): void {
    if (!this.chosen) return;
    void this.work.cancel();
    this.error = undefined;
    this.canceled = false;
    this.told = undefined;
    this.busy = 'fit';
    const demand = demandOf(this.#values, this.chosen.names.length);
    this.#wish = demand;
    this.#fitting.ask(demand);
  }

  /** Gives up what is being fitted. */
  cancel(): void {
    this.canceled = true;
    void this.work.cancel();
  }

  async #open(source: Parameters<YourDataWork['open']>[0]): Promise<void> {
    this.#forget();
    this.opened = undefined;
    this.busy = 'open';
    this.#wish = source;
    try {
      const opened = await this.work.open(source);
      if (source !== this.#wish) return;
      this.opened = opened;
      this.choose();
    } catch (error) {
      if (source === this.#wish) this.#fail(error);
    }
  }

  #forget(): void {
    void this.work.cancel();
    this.#wish = undefined;
    this.chosen = undefined;
    this.report = undefined;
    this.demand = undefined;
    this.error = undefined;
    this.told = undefined;
    this.canceled = false;
  }

  #take(chosen: Chosen): void {
    this.chosen = chosen;
    this.busy = undefined;
    if (this.quick) this.fit();
  }

  #hear(told: Told): void {
    if (this.busy === 'fit') this.told = told;
  }

  #show(report: Report, demand: FitDemand): void {
    this.report = report;
    this.demand = demand;
    this.told = undefined;
    this.busy = undefined;
  }

  #fail(error: unknown): void {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
    this.busy = undefined;
    this.told = undefined;
    if (name !== 'AbortError') this.error = message;
  }
}
