import { expose } from 'comlink';
import { scoresOf, study } from './study.ts';

const work = { study, scoresOf };

/** What the page asks its worker for. */
export type AnomalyWork = typeof work;

expose(work);
