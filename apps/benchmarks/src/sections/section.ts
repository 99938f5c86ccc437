import type { Options } from '../options.ts';
import type { Crew } from '../peers/crew.ts';
import type { Peer } from '../peers/peer.ts';

/** What every section works with. */
export interface Bench {
  readonly options: Options;
  readonly crew: Crew;
  /** The peers that are there. */
  readonly peers: readonly Peer[];
  /** Tells whoever waits. */
  readonly say: (text: string) => void;
}

/** A target, and what was measured. */
export interface Finding {
  readonly what: string;
  readonly must: number;
  readonly stretch: number;
  /** NaN when it was not measured. */
  readonly measured: number;
  /** Whether less is better; more is, when absent. */
  readonly lessIsBetter?: boolean;
  /** Such as " MB". */
  readonly unit?: string;
  /** What else the reader should know, in a few words. */
  readonly note?: string;
}

/** A part of the results. */
export interface Section {
  readonly title: string;
  /** Markdown below the title. */
  readonly body: string;
  readonly findings: readonly Finding[];
}
