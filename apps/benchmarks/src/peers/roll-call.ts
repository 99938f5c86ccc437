import type { About } from '../protocol/answers.ts';
import type { Crew } from './crew.ts';
import type { Peer } from './peer.ts';

/** Whether a peer can be compared with. */
export interface Presence {
  readonly peer: Peer;
  /** What it says of itself, when it is there. */
  readonly about?: About;
  /** Why it is not there. */
  readonly reason?: string;
}

/** Asks every peer for its name; a missing one is an answer, not an error. */
export async function rollCall(peers: readonly Peer[], crew: Crew): Promise<Presence[]> {
  const presences: Presence[] = [];
  for (const peer of peers) {
    try {
      presences.push({ peer, about: await crew.about(peer) });
    } catch (error) {
      presences.push({ peer, reason: withoutPaths((error as Error).message) });
    }
  }
  return presences;
}

/** The first line of a message, without the paths of this machine. */
function withoutPaths(message: string): string {
  return message
    .split('\n')[0]!
    .replace(/ imported from .*/, '')
    .replace(/(?<!\w)\/[^\s:'"]*\//g, '');
}
