/** Why a camera gives no picture. */
export type CameraProblem = 'refused' | 'absent' | 'failed';

/** What a camera sees. */
export interface CameraPicture {
  /** Shows it in an element of the page; what is shown there is what is read. */
  readonly showIn: (video: HTMLVideoElement | null) => void;
}

/** What is told of a camera. */
export interface CameraListener {
  readonly onPicture: (picture: CameraPicture) => void;
  /** Told each text that was read; the same one again for as long as it is held up. */
  readonly onText: (text: string) => void;
  /** Told when there is no picture, or none any more; nothing follows. */
  readonly onProblem: (problem: CameraProblem) => void;
}

/** How long to wait between two looks, in milliseconds: quick enough to hold a phone up to it. */
const pause = 150;

/**
 * Looks for QR codes in what the camera sees. The picture stays on this machine and is not kept.
 *
 * @returns what switches the camera off, also while it is starting; nothing is told afterwards
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
    // Unplugged, or taken back in the browser's settings; stopping it ourselves fires no such event.
    track.addEventListener('ended', fail, { signal: ending });
  }
  const { decodeQR } = await import('qr/decode.js');
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
  const looking = setInterval(() => {
    if (context === null || shown === undefined || shown.videoWidth === 0) return;
    const { videoWidth: width, videoHeight: height } = shown;
    canvas.width = width;
    canvas.height = height;
    context.drawImage(shown, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let text;
    try {
      text = decodeQR({ width, height, data });
    } catch {
      // No code in this picture.
      return;
    }
    onText(text);
  }, pause);
  ending.addEventListener('abort', () => clearInterval(looking));
}

/** A page that is not secure has no devices to ask. */
class NoCameraError extends Error {
  override readonly name = 'NoCameraError';
}

async function openCamera(): Promise<MediaStream> {
  // Absent on pages that are not secure, whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new NoCameraError();
  return devices.getUserMedia({ video: { facingMode: 'environment' } });
}

function problemOf(error: unknown): CameraProblem {
  if (error instanceof NoCameraError) return 'absent';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'failed';
}
