import { expose } from 'comlink';
import { divergenceFrom, recover } from './recover.ts';

const work = { recover, divergenceFrom };

/** What the page asks its worker for. */
export type GeneratorsWork = typeof work;

expose(work);
