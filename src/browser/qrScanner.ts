/** Why a camera gives no picture. */
export type CameraProblem = 'refused' | 'absent' | 'failed';

export class CameraError extends Error {
  readonly problem: CameraProblem;

  constructor(problem: CameraProblem) {
    super(`The camera gives no picture: ${problem}.`);
    this.name = 'CameraError';
    this.problem = problem;
  }
}

/** How long to wait between two looks, in milliseconds: quick enough to hold a phone up to it. */
const pause = 150;

/**
 * Looks for QR codes in what the camera sees. The picture stays on this machine and is not kept.
 *
 * @param video shows what the camera sees
 * @param onText told each text that was read; the same one again for as long as it is held up
 * @returns what switches the camera off
 * @throws CameraError when there is no camera or it is refused
 */
export async function scanQrCodes(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<() => void> {
  const [stream, { decodeQR }] = await Promise.all([openCamera(), import('qr/decode.js')]);
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const looking = setInterval(() => {
    const { videoWidth: width, videoHeight: height } = video;
    if (context === null || width === 0) return;
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0);
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
  return () => {
    clearInterval(looking);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}

async function openCamera(): Promise<MediaStream> {
  // Absent on pages that are not secure, whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new CameraError('absent');
  try {
    return await devices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError') throw new CameraError('refused');
    if (name === 'NotFoundError' || name === 'OverconstrainedError')
      throw new CameraError('absent');
    throw new CameraError('failed');
  }
}
