import { afterEach, describe, expect, test, vi } from 'vitest';

import { drawCodes } from '#testing/drawnCodes.ts';
import { eventually } from '#testing/eventually.ts';
import { settled } from '#testing/settled.ts';

import { type CameraListener, scanQrCodes } from './qrScanner.ts';

afterEach(() => vi.unstubAllGlobals());

/** A promise, with what answers it. */
function withAnswer<Value>() {
  const answers: {
    readonly resolve: (value: Value) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  const promise = new Promise<Value>((resolve, reject) => answers.push({ resolve, reject }));
  const [answer] = answers;
  if (answer === undefined) throw new Error('A promise runs what it is given at once.');
  return { promise, ...answer };
}

/** A camera that answers when the test says so, and a scanner that listens to it. */
function scan(context: unknown = null) {
  const track = Object.assign(new EventTarget(), { stop: vi.fn<() => void>() });
  const { promise: asked, resolve, reject: refuse } = withAnswer<unknown>();
  const allow = () => resolve({ getTracks: () => [track] });
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => asked } });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
  const listener = {
    onPicture: vi.fn<CameraListener['onPicture']>(),
    onText: vi.fn<CameraListener['onText']>(),
    onProblem: vi.fn<CameraListener['onProblem']>(),
  };
  return { track, allow, refuse, listener, stop: scanQrCodes(listener) };
}

describe('a camera', () => {
  test('that is allowed after it was stopped is closed at once, and nothing is reported', async () => {
    const { track, allow, listener, stop } = scan();
    stop();
    allow();
    await settled();
    expect(track.stop).toHaveBeenCalled();
    expect(listener.onPicture).not.toHaveBeenCalled();
    expect(listener.onProblem).not.toHaveBeenCalled();
  });

  test('that is refused after it was stopped reports nothing', async () => {
    const { refuse, listener, stop } = scan();
    stop();
    refuse(new DOMException('no', 'NotAllowedError'));
    await settled();
    expect(listener.onProblem).not.toHaveBeenCalled();
  });

  test('that is running is closed when it is stopped', async () => {
    const { track, allow, listener, stop } = scan();
    allow();
    await eventually(() => expect(listener.onPicture).toHaveBeenCalledOnce());
    expect(track.stop).not.toHaveBeenCalled();
    stop();
    expect(track.stop).toHaveBeenCalledOnce();
  });

  test('reports each code in a picture, and no more of them once it is stopped', async () => {
    const codes = ['a', 'b', 'c'].map((text, place) => ({
      text,
      x: 110 + place * 210,
      y: 120,
      size: 180,
    }));
    const picture = drawCodes({ width: 640, height: 240, codes });
    const { allow, listener, stop } = scan({
      canvas: {},
      drawImage: () => {},
      getImageData: () => picture,
    });
    allow();
    await eventually(() => expect(listener.onPicture).toHaveBeenCalledOnce());
    const video = { videoWidth: 640, videoHeight: 240, play: () => Promise.resolve() };
    listener.onPicture.mock.lastCall?.[0].showIn(video as unknown as HTMLVideoElement);
    const told = () => listener.onText.mock.calls.flat();
    await eventually(() => expect(new Set(told())).toEqual(new Set(['a', 'b', 'c'])));
    const before = told().length;
    listener.onText.mockImplementation(stop);
    await eventually(() => expect(told()).toHaveLength(before + 1));
    await settled();
    expect(told()).toHaveLength(before + 1);
  });

  test('that is unplugged is reported once, as failed', async () => {
    const { track, allow, listener } = scan();
    allow();
    await eventually(() => expect(listener.onPicture).toHaveBeenCalledOnce());
    track.dispatchEvent(new Event('ended'));
    track.dispatchEvent(new Event('ended'));
    expect(listener.onProblem.mock.calls).toEqual([['failed']]);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  test.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'absent'],
    ['OverconstrainedError', 'absent'],
    ['NotReadableError', 'failed'],
  ] as const)('that answers %s is told as %s', async (name, problem) => {
    const { refuse, listener } = scan();
    refuse(new DOMException('no', name));
    await settled();
    expect(listener.onProblem.mock.calls).toEqual([[problem]]);
  });

  test('is absent on a page that has no devices', async () => {
    vi.stubGlobal('navigator', {});
    const onProblem = vi.fn<CameraListener['onProblem']>();
    scanQrCodes({ onPicture: () => {}, onText: () => {}, onProblem });
    await settled();
    expect(onProblem.mock.calls).toEqual([['absent']]);
  });
});
