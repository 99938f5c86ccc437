import { expose } from 'comlink';
import { fitReturns } from './fit-returns.ts';

const work = { fitReturns };

/** What the page asks its worker for. */
export type ReturnsWork = typeof work;

expose(work);
