import { expose } from 'comlink';
import { type CameraFrame, CameraRun } from './camera-run.ts';
import { type SceneDemand, SceneRun, type View } from './scene-run.ts';

const run = new SceneRun();
const camera = new CameraRun();

const work = {
  /** Learns the scene up to a frame, and shows the way there. */
  scene(demand: SceneDemand, tell: (view: View) => void): void {
    for (const view of run.views(demand)) tell(view);
  },
  camera: (frame: CameraFrame) => camera.next(frame),
};

/** What the page asks its worker for. */
export type BackgroundWork = typeof work;

expose(work);
