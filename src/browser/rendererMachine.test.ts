import { afterEach, describe, expect, test } from 'vitest';
import { type AnyEventObject, createActor, fromCallback, SimulatedClock } from 'xstate';

import { allLeaves, leavesOf, needed, systemWalks } from '#testing/systemWalks.ts';
import {
  drawnPicture,
  type MermaidFrameEvent,
  type MermaidFrameRequest,
  rendererMachine,
  rendererStatus,
} from './rendererMachine.ts';

const stopped: (() => void)[] = [];
afterEach(() => {
  for (const stop of stopped.splice(0)) stop();
});

/** The machine at work, with a frame that says what the test wants. */
function start(text = 'flowchart A') {
  const clock = new SimulatedClock();
  const asked: MermaidFrameRequest[] = [];
  const frames = { opened: 0, closed: 0 };
  const openFrames: ((event: MermaidFrameEvent) => void)[] = [];
  const machine = rendererMachine.provide({
    actors: {
      frame: fromCallback<MermaidFrameRequest>(({ sendBack, receive }) => {
        frames.opened += 1;
        openFrames.push(sendBack);
        receive((request) => asked.push(request));
        return () => {
          frames.closed += 1;
        };
      }),
    },
  });
  const actor = createActor(machine, { input: { text }, clock });
  actor.start();
  stopped.push(() => actor.stop());
  const state = () => actor.getSnapshot();
  const lastDrawing = () => {
    const drawings = asked.filter((each) => each.type === 'frame.draw');
    const last = drawings.at(-1);
    if (last === undefined) throw new Error('No drawing has been asked for.');
    return last;
  };
  return {
    actor,
    asked,
    clock,
    frames,
    state,
    lastDrawing,
    tell: (event: MermaidFrameEvent) => openFrames.at(-1)?.(event),
    type: (next: string) => actor.send({ type: 'text.changed', text: next }),
  };
}
type Renderer = ReturnType<typeof start>;

/** A picture whose text was `text`. */
const pictureOf = (text: string): string => `<svg>${text}</svg>`;

/** How each event of the machine comes about. */
const happen: Readonly<Record<string, (renderer: Renderer, event: AnyEventObject) => void>> = {
  'text.changed': ({ type }, event) => type('text' in event ? String(event['text']) : ''),
  retry: ({ actor }) => actor.send({ type: 'retry' }),
  'drawing.stop': ({ actor }) => actor.send({ type: 'drawing.stop' }),
  'frame.loaded': ({ tell }) => tell({ type: 'frame.loaded' }),
  'frame.ready': ({ tell }) => tell({ type: 'frame.ready' }),
  'frame.drew': ({ tell, lastDrawing: last }) =>
    tell({ type: 'frame.drew', id: last().id, svg: pictureOf(last().text) }),
  'frame.refused': ({ tell, lastDrawing: last }) =>
    tell({ type: 'frame.refused', id: last().id, reason: 'Parse error on line 1' }),
  'xstate.after.reportPatience.renderer.running.reporting': ({ clock }) => clock.increment(1500),
  'xstate.after.drawingPatience.renderer.running.drawing': ({ clock }) => clock.increment(30_000),
  'xstate.after.typingPause.renderer.running.typing': ({ clock }) => clock.increment(250),
};

/** More than a thousand boxes. */
const tooLarge = `flowchart TB${';A-->B'.repeat(500)}`;

const hasFrame = ({ frames }: Renderer): boolean => frames.opened === frames.closed + 1;

/** What holds in each state, however it was reached. */
const promises: Readonly<Record<string, (renderer: Renderer) => void>> = {
  'running.loading': (renderer) => {
    expect(hasFrame(renderer)).toBe(true);
    expect(rendererStatus(renderer.state()).kind).toBe(
      renderer.state().context.fault === undefined ? 'loading' : 'refused',
    );
  },
  'running.reporting': (renderer) => {
    expect(hasFrame(renderer)).toBe(true);
    expect(renderer.state().hasTag('starting')).toBe(true);
  },
  'running.drawing': ({ lastDrawing, state }) => {
    expect(lastDrawing()).toEqual({
      type: 'frame.draw',
      id: state().context.request,
      text: state().context.text,
    });
  },
  'running.typing': (renderer) => {
    expect(hasFrame(renderer)).toBe(true);
    expect(['flowchart B', tooLarge]).toContain(renderer.state().context.text);
  },
  'running.drawn': ({ state }) => {
    expect(drawnPicture(state())).toBe(pictureOf(state().context.text));
    expect(rendererStatus(state())).toEqual({ kind: 'following' });
  },
  'running.refused': ({ state }) => {
    expect(rendererStatus(state())).toEqual({
      kind: 'refused',
      text: state().context.text,
      reason: 'Parse error on line 1',
    });
  },
  'running.tooLarge': (renderer) => {
    expect(renderer.asked).not.toContainEqual(expect.objectContaining({ text: tooLarge }));
    expect(rendererStatus(renderer.state())).toEqual({ kind: 'tooLarge' });
    expect(renderer.state().context.text).toBe(tooLarge);
  },
  stopped: (renderer) => {
    expect(hasFrame(renderer)).toBe(false);
    expect(rendererStatus(renderer.state())).toEqual({ kind: 'stopped' });
    expect(renderer.state().can({ type: 'retry' })).toBe(true);
  },
  unavailable: (renderer) => {
    expect(hasFrame(renderer)).toBe(false);
    expect(rendererStatus(renderer.state())).toEqual({ kind: 'unavailable' });
    expect(renderer.state().can({ type: 'retry' })).toBe(true);
  },
  stalled: (renderer) => {
    expect(hasFrame(renderer)).toBe(false);
    expect(rendererStatus(renderer.state())).toEqual({ kind: 'stalled' });
    expect(renderer.state().can({ type: 'retry' })).toBe(true);
  },
};

const walks = systemWalks(rendererMachine, {
  input: { text: 'flowchart A' },
  events: [
    { type: 'text.changed', text: 'flowchart B' },
    { type: 'text.changed', text: tooLarge },
    { type: 'frame.drew', id: 1, svg: pictureOf('flowchart A') },
    { type: 'frame.drew', id: 2, svg: pictureOf('flowchart B') },
    { type: 'frame.refused', id: 1, reason: 'Parse error on line 1' },
    { type: 'frame.refused', id: 2, reason: 'Parse error on line 1' },
  ],
  situation: ({ context }) => [
    context.isConfined,
    Math.min(context.request, 2),
    context.text === tooLarge,
  ],
});

describe('the renderer keeps the promise of each state on every walk', () => {
  test('and every state has one', () => {
    expect(Object.keys(promises).toSorted()).toEqual([...allLeaves(rendererMachine)].toSorted());
  });

  test.each(walks)('$name', ({ steps }) => {
    const renderer = start();
    for (const { event, state } of steps) {
      needed(happen, event.type)(renderer, event);
      expect(renderer.state().value).toEqual(state.value);
      for (const leaf of leavesOf(state.value)) needed(promises, leaf)(renderer);
    }
  });
});

describe('what happens at the wrong moment', () => {
  test('the answer to an older text changes nothing, whether a newer one is typed or drawn', () => {
    const renderer = start();
    renderer.tell({ type: 'frame.ready' });
    const older = { type: 'frame.drew', id: renderer.lastDrawing().id, svg: 'older' } as const;
    renderer.type('flowchart B');
    renderer.tell(older);
    expect(renderer.state().matches({ running: 'typing' })).toBe(true);
    renderer.clock.increment(250);
    renderer.tell(older);
    renderer.tell({ type: 'frame.refused', id: older.id, reason: 'older' });
    expect(renderer.state().matches({ running: 'drawing' })).toBe(true);
    expect(drawnPicture(renderer.state())).toBeUndefined();
    renderer.tell({ type: 'frame.drew', id: renderer.lastDrawing().id, svg: 'newer' });
    expect(drawnPicture(renderer.state())).toBe('newer');
  });

  test('of what is typed in one go only the last is drawn', () => {
    const renderer = start();
    renderer.tell({ type: 'frame.ready' });
    for (const text of ['f', 'fl', 'flow']) {
      renderer.type(text);
      renderer.clock.increment(200);
    }
    renderer.clock.increment(50);
    expect(renderer.asked).toEqual([
      { type: 'frame.draw', id: 1, text: 'flowchart A' },
      { type: 'frame.draw', id: 2, text: 'flow' },
    ]);
  });

  test('what is typed while Mermaid loads is what is drawn first', () => {
    const renderer = start();
    renderer.type('flowchart B');
    renderer.tell({ type: 'frame.ready' });
    expect(renderer.asked).toEqual([{ type: 'frame.draw', id: 1, text: 'flowchart B' }]);
  });

  test('a frame that says nothing gives way to one with the origin, once, and can be tried again', () => {
    const renderer = start();
    renderer.tell({ type: 'frame.loaded' });
    renderer.clock.increment(1500);
    expect(renderer.asked).toEqual([{ type: 'frame.openWithOrigin' }]);
    renderer.tell({ type: 'frame.loaded' });
    renderer.clock.increment(1500);
    expect(renderer.state().matches('unavailable')).toBe(true);
    renderer.actor.send({ type: 'retry' });
    renderer.tell({ type: 'frame.loaded' });
    renderer.clock.increment(1500);
    expect(renderer.asked).toHaveLength(2);
    renderer.tell({ type: 'frame.ready' });
    expect(renderer.lastDrawing().text).toBe('flowchart A');
  });

  test('a text on which Mermaid hangs is given up, and the next one gets a frame that does not hang', () => {
    const renderer = start();
    renderer.tell({ type: 'frame.ready' });
    renderer.clock.increment(30_000);
    expect(renderer.frames).toEqual({ opened: 1, closed: 1 });
    renderer.type('flowchart B');
    expect(renderer.frames).toEqual({ opened: 2, closed: 1 });
    renderer.tell({ type: 'frame.ready' });
    expect(renderer.lastDrawing()).toMatchObject({ id: 2, text: 'flowchart B' });
  });

  test('a picture that could be drawn stays while a text cannot', () => {
    const renderer = start();
    renderer.tell({ type: 'frame.ready' });
    renderer.tell({ type: 'frame.drew', id: 1, svg: 'good' });
    renderer.type('flowchart [');
    renderer.clock.increment(250);
    renderer.tell({ type: 'frame.refused', id: 2, reason: 'Parse error on line 1' });
    expect(drawnPicture(renderer.state())).toBe('good');
    expect(rendererStatus(renderer.state())).toMatchObject({
      kind: 'refused',
      text: 'flowchart [',
    });
  });

  test('an editor that is closed takes its frame away', () => {
    const renderer = start();
    renderer.actor.stop();
    expect(renderer.frames).toEqual({ opened: 1, closed: 1 });
  });
});
