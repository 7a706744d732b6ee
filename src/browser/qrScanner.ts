import type { Look } from './qrCodesIn.ts';

/** Why there is no picture from a camera. */
export type CameraProblem = 'refused' | 'absent' | 'failed';

/** What a camera sees. */
export interface CameraPicture {
  /** Shows it in an element of the page; what is shown there is what is read. */
  readonly showIn: (video: HTMLVideoElement | null) => void;
}

/** What a listener hears of a camera. */
export interface CameraListener {
  readonly onPicture: (picture: CameraPicture) => void;
  /**
   * Called with each text that was read, also with several from one picture; with the same one
   * again for as long as it is seen.
   */
  readonly onText: (text: string) => void;
  /** Called when there is no picture, or no longer one; nothing follows. */
  readonly onProblem: (problem: CameraProblem) => void;
}

/** The shortest wait between two looks, in milliseconds: quick enough to sweep over phones. */
const shortestPause = 100;

/** The resolution to ask for: codes can be read from further away than with a camera's default. */
const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };

/**
 * Looks for QR codes in what the camera sees. The picture stays on this machine and is not kept.
 *
 * @returns a function that switches the camera off, also while it is starting; the listener hears nothing
 * afterwards
 */
export function scanQrCodes(listener: CameraListener): () => void {
  const ending = new AbortController();
  const fail = (error: unknown) => {
    if (ending.signal.aborted) return;
    ending.abort();
    listener.onProblem(problemOf(error));
  };
  scan(listener, ending.signal, fail).catch(fail);
  return () => ending.abort();
}

async function scan(
  { onPicture, onText }: CameraListener,
  ending: AbortSignal,
  fail: (error: unknown) => void,
): Promise<void> {
  const stream = await openCamera();
  const tracks = stream.getTracks();
  const stop = () => {
    for (const track of tracks) track.stop();
  };
  if (ending.aborted) {
    stop();
    return;
  }
  ending.addEventListener('abort', stop);
  for (const track of tracks) {
    // Unplugged, or revoked in the browser's settings; stopping it ourselves fires no such event.
    track.addEventListener('ended', fail, { signal: ending });
  }
  const reading = await import('./qrCodesIn.ts');
  if (ending.aborted) return;
  let shown: HTMLVideoElement | undefined;
  onPicture({
    showIn: (video) => {
      if (video === null) return;
      shown = video;
      video.srcObject = stream;
      video.play().catch(fail);
    },
  });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  let turn = 0;
  while (!ending.aborted) {
    const started = performance.now();
    if (shown !== undefined && shown.videoWidth > 0) {
      // Read each time: turning a tablet turns its picture.
      const { videoWidth: width, videoHeight: height } = shown;
      const pixels = drawnPixels(context, shown, reading.lookAt({ width, height }, turn++));
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      for (const text of await reading.qrCodesIn(pixels)) {
        if (!ending.aborted) onText(text);
      }
    }
    // A slow machine keeps half of its time for the page, however long a look takes.
    const pause = Math.max(shortestPause, performance.now() - started);
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await new Promise<void>((done) => void setTimeout(done, pause));
  }
}

function drawnPixels(
  context: CanvasRenderingContext2D,
  video: HTMLVideoElement,
  { x, y, width, height, drawnWidth, drawnHeight }: Look,
): ImageData {
  // Setting the size of a canvas empties it, so it is set only when it changes.
  const { canvas } = context;
  if (canvas.width !== drawnWidth) canvas.width = drawnWidth;
  if (canvas.height !== drawnHeight) canvas.height = drawnHeight;
  context.drawImage(video, x, y, width, height, 0, 0, drawnWidth, drawnHeight);
  return context.getImageData(0, 0, drawnWidth, drawnHeight);
}

/** A page that is not secure has no devices to ask. */
class NoCameraError extends Error {
  override readonly name = 'NoCameraError';
}

async function openCamera(): Promise<MediaStream> {
  // Absent on pages that are not secure, whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new NoCameraError();
  return devices.getUserMedia({ video: { facingMode: 'environment', ...size } });
}

function problemOf(error: unknown): CameraProblem {
  if (error instanceof NoCameraError) return 'absent';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'failed';
}
