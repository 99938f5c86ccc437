import { expose } from 'comlink';
import { study } from './study.ts';

const work = { study };

/** What the page asks its worker for. */
export type CustomerWork = typeof work;

expose(work);
