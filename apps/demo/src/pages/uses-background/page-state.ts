import { choice, flag, integer, real } from '../../state/codecs.ts';
import { cameraSize } from './camera.ts';
import { sceneSize } from './scene-run.ts';

/** How many frames a second. */
export const speeds = { slow: 5, normal: 15, fast: 30 };

/** How the state of the page stands in its address. */
export const codecs = {
  seed: integer(5, { min: 0, max: 999_999 }),
  t: integer(75, { min: 0, max: sceneSize.frames - 1 }),
  speed: choice('normal', ['slow', 'normal', 'fast']),
  components: integer(3, { min: 1, max: 4 }),
  /** How many frames are remembered: 1 / (1 - forgetting). */
  memory: integer(170, { min: 10, max: 1000 }),
  distance: real(3, { min: 1.5, max: 6 }),
  share: real(0.9, { min: 0.5, max: 0.98 }),
  compare: flag(true),
  x: integer(62, { min: 0, max: sceneSize.width - 1 }),
  y: integer(25, { min: 0, max: cameraSize.height - 1 }),
};
