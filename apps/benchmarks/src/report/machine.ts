import { cpus, totalmem } from 'node:os';
import { LOG_LIKELIHOOD_TOLERANCE } from '../compare/agreement.ts';
import type { Presence } from '../peers/roll-call.ts';
import { table } from './table.ts';

/** What the numbers were measured on and with. */
export function machineText(presences: readonly Presence[]): string {
  const processors = cpus();
  const lines = presences.flatMap(({ peer, about }) =>
    about ? [[peer.name, about.version, about.details ?? '']] : [],
  );
  return [
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ` +
      `${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, ` +
      `Node ${process.versions.node} (V8 ${process.versions.v8}).`,
    table(['program', 'version', 'with'], lines),
  ].join('\n\n');
}

/** Peers that were not compared with, why, and how to have them. */
export function absentText(presences: readonly Presence[]): string {
  const absent = presences.filter(({ reason }) => reason !== undefined);
  if (absent.length === 0) return 'None.';
  return table(
    ['peer', 'what is wrong', 'how to install it'],
    absent.map(({ peer, reason }) => [peer.name, reason!, `\`${peer.install}\``]),
  );
}

/** What a comparison means, for whoever reads the tables alone. */
export const RULES =
  'Each figure is a ratio of times of interleaved runs, theirs / ours (above 1, ours is quicker): the median of the rounds, ' +
  'and their range. Both programs read the same file, start from the same parameters, add nothing to covariances, do as many ' +
  `iterations on as many threads; a ratio stands only where their log-likelihoods agree to ${LOG_LIKELIHOOD_TOLERANCE}, relatively.`;
