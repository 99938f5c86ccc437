import { proxy } from 'comlink';
import type { Values } from '../../state/url-state.svelte.ts';
import { connect } from '../../worker/connect.ts';
import { latest } from '../../worker/latest.ts';
import type { BackgroundWork } from './background.worker.ts';
import { type Camera, cameraSize, openCamera } from './camera.ts';
import { type codecs, speeds } from './page-state.ts';
import { type SceneDemand, sceneSize, type View } from './scene-run.ts';
import type { Settings } from './subtraction.ts';

/** Shows the scene or the camera, frame by frame, as fast as asked for and as the worker keeps up with. */
export class Watch {
  /** What there is to see. */
  view = $state.raw<View>();
  playing = $state(false);
  error = $state<string>();
  camera = $state.raw<Camera>();
  /** The visitor is being asked for the camera. */
  asking = $state(false);
  /** Why there is no camera. */
  trouble = $state<string>();

  readonly #values: Values<typeof codecs>;
  readonly #work = connect<BackgroundWork>(
    new Worker(new URL('./background.worker.ts', import.meta.url), { type: 'module' }),
  );
  readonly #scene = latest(
    (demand: SceneDemand) =>
      this.#work.scene(
        demand,
        proxy((view) => this.#show(view)),
      ),
    () => {},
    (error) => this.#fail(error),
  );
  #waiting = false;
  #anew = true;

  /** To be made while a component is made. */
  constructor(values: Values<typeof codecs>) {
    this.#values = values;
    $effect(() => {
      if (this.camera) return;
      const { seed, t, x } = values;
      // The camera's pictures are taller than the scene.
      const y = Math.min(values.y, sceneSize.height - 1);
      this.#scene.ask({ seed, t, settings: this.settings, cell: y * sceneSize.width + x });
    });
    $effect(() => {
      if (!this.playing) return;
      const timer = setInterval(() => this.tick(), 1000 / speeds[values.speed]);
      return () => clearInterval(timer);
    });
    $effect(() => () => this.camera?.stop());
  }

  get settings(): Settings {
    const { components, memory, distance, share } = this.#values;
    return { components, forgetting: 1 - 1 / memory, distance, share };
  }

  /** The worker has not come to the frame that was asked for. */
  get behind(): boolean {
    return this.camera === undefined && this.view?.t !== this.#values.t;
  }

  /** Goes on by a frame, unless the last one is still waited for. */
  tick(): void {
    if (this.camera) void this.#look(this.camera);
    else if (this.#values.t >= sceneSize.frames - 1) this.playing = false;
    else if (!this.behind) this.#values.t += 1;
  }

  /** Forgets everything, and begins with the first frame. */
  restart(): void {
    this.#anew = true;
    if (this.camera) void this.#look(this.camera);
    else this.#values.t = 0;
  }

  async openCamera(): Promise<void> {
    this.trouble = undefined;
    this.asking = true;
    try {
      this.camera = await openCamera();
      this.#anew = true;
      this.playing = true;
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.asking = false;
    }
  }

  closeCamera(): void {
    this.camera?.stop();
    this.camera = undefined;
    this.playing = false;
  }

  async #look(camera: Camera): Promise<void> {
    if (this.#waiting) return;
    this.#waiting = true;
    try {
      const { x, y } = this.#values;
      const anew = this.#anew;
      this.#anew = false;
      const cell = y * cameraSize.width + x;
      const demand = { ...cameraSize, pixels: camera.frame(), settings: this.settings, cell, anew };
      const view = await this.#work.camera(demand);
      if (this.camera === camera) this.#show(view);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#waiting = false;
    }
  }

  #show(view: View): void {
    if (this.camera && view.truth) return;
    this.view = view;
    this.error = undefined;
  }

  #fail(error: unknown): void {
    this.playing = false;
    this.error = error instanceof Error ? error.message : String(error);
  }
}
