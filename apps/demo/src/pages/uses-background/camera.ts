import type { Pixels } from './subtraction.ts';

/** Of the frames that mixtures look at, in pixels. */
export const cameraSize = { width: 96, height: 72 };

/** The visitor's camera, as long as it is lent. */
export interface Camera {
  /** What it sees now. */
  frame(): Pixels;
  /** Gives it back. */
  stop(): void;
}

/**
 * Asks for the camera.
 *
 * @throws Error that says kindly why there is none
 */
export async function openCamera(): Promise<Camera> {
  if (!navigator.mediaDevices) {
    throw new Error('This browser lends cameras to pages from https only. The scene above needs none.');
  }
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { width: { ideal: 320 }, facingMode: 'user' }, audio: false })
    .catch((reason: unknown) => {
      throw new Error(whyNot(reason));
    });
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, cameraSize);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return {
    frame() {
      drawFilling(context, video);
      return context.getImageData(0, 0, canvas.width, canvas.height).data as Pixels;
    },
    stop() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}

/** Draws the middle of the video over the whole canvas. */
function drawFilling(context: CanvasRenderingContext2D, video: HTMLVideoElement): void {
  const { width, height } = context.canvas;
  const scale = Math.max(width / video.videoWidth, height / video.videoHeight);
  const [across, down] = [video.videoWidth * scale, video.videoHeight * scale];
  context.drawImage(video, (width - across) / 2, (height - down) / 2, across, down);
}

function whyNot(reason: unknown): string {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError')
    return 'The camera was not allowed, which is fine: the scene does without. Allow it in the browser to try again.';
  if (name === 'NotFoundError') return 'No camera was found. The scene does without.';
  if (name === 'NotReadableError') return 'Another program has the camera. Close it there and try again.';
  return 'The camera did not start. The scene does without.';
}
