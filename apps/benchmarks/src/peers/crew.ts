import type { Dataset } from '../data/dataset.ts';
import type { About } from '../protocol/answers.ts';
import { openSession, type Session } from '../protocol/session.ts';
import type { Peer } from './peer.ts';

/** Programs that are kept running, so that no comparison pays for a start. */
export interface Crew {
  /**
   * A running program.
   *
   * @param dataset  what it has to have loaded
   * @throws Error when it does not start or cannot load
   */
  session(peer: Peer, threads: number, dataset?: Dataset): Promise<Session>;
  /** What a program says of itself. @throws Error when it does not start */
  about(peer: Peer): Promise<About>;
  close(): void;
}

interface Member {
  readonly session: Session;
  readonly about: About;
  rowsFile?: string;
}

/** A crew without members: programs start when they are first asked for, and again when they have died. */
export function createCrew(): Crew {
  const members = new Map<string, Member>();

  async function member(peer: Peer, threads: number): Promise<Member> {
    const key = `${peer.name} ${threads}`;
    const known = members.get(key);
    if (known?.session.alive()) return known;
    const session = openSession(await peer.launch(threads));
    try {
      const fresh = { session, about: await session.ask<About>(['hello']) };
      members.set(key, fresh);
      return fresh;
    } catch (error) {
      session.close();
      throw error;
    }
  }

  return {
    async session(peer, threads, dataset) {
      const found = await member(peer, threads);
      if (dataset && found.rowsFile !== dataset.rowsFile) {
        await found.session.ask(['load', dataset.rowsFile, dataset.rows, dataset.columns]);
        found.rowsFile = dataset.rowsFile;
      }
      return found.session;
    },
    about: async (peer) => (await member(peer, 1)).about,
    close: () => {
      for (const { session } of members.values()) session.close();
    },
  };
}
