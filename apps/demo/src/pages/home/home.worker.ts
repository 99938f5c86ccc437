import { expose } from 'comlink';
import { story } from './story.ts';

const work = { story };

/** What the page asks its worker for. */
export type HomeWork = typeof work;

expose(work);
