import { expose } from 'comlink';
import { compare } from './compare.ts';

const work = { compare };

/** What the page asks its worker for. */
export type KMeansWork = typeof work;

expose(work);
