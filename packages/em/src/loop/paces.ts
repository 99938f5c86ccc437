import { acceleratedPace } from './accelerated-pace.ts';
import { plainPace } from './plain-pace.ts';

/** The paces by the names of the option `acceleration`. */
export const paces = { none: plainPace, anderson: acceleratedPace };

/** How iterations are saved: "none" is plain EM. */
export type Acceleration = keyof typeof paces;
