import { expose } from 'comlink';
import { assess, recover } from './recover.ts';

const work = { recover, assess };

/** What the page asks its worker for. */
export type GeneratorsWork = typeof work;

expose(work);
