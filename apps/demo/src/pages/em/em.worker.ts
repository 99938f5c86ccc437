import { expose } from 'comlink';
import { optima } from './optima.ts';

const work = { optima };

/** What the page asks its worker for. */
export type EmWork = typeof work;

expose(work);
