import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import DOMPurify from 'dompurify';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';

import { withMachinePictures } from './machinePictures.ts';
import { machines } from './machines.ts';
import { projectFolder } from './packages.mjs';
import { stateDiagramText, undrawnTransitions } from './stateDiagram.ts';

beforeAll(() => {
  // Without a DOM the sanitiser is absent; only Mermaid's grammar is tested here.
  Object.assign(DOMPurify, { sanitize: (text: string) => text, addHook: () => undefined });
});

test('ARCHITECTURE.md shows every machine as it is', () => {
  const document = readFileSync(path.join(projectFolder, 'ARCHITECTURE.md'), 'utf8');
  expect(withMachinePictures(document, machines), 'npm run machines brings them up to date').toBe(
    document,
  );
});

test('no machine is left out', () => {
  const files = readdirSync(path.join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) =>
      readFileSync(path.join(projectFolder, file), 'utf8').includes('createMachine('),
    );
  expect(machines.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
});

test.each(machines)('the picture of $machine.id is a diagram that Mermaid reads', async (each) => {
  await expect(mermaid.parse(stateDiagramText(each.machine))).resolves.toMatchObject({
    diagramType: 'stateDiagram',
  });
});

test('a document without the marks is refused, so that no picture is lost silently', () => {
  expect(() => withMachinePictures('# Architecture\n', machines)).toThrow('must contain');
});

describe('a state diagram', () => {
  const kettle = createMachine({
    id: 'kettle',
    type: 'parallel',
    states: {
      water: {
        initial: 'cold',
        on: { 'water.poured': {}, 'water.spilt': { target: '.cold' } },
        states: {
          cold: { on: { 'switch.pressed': [{ guard: 'isFull', target: 'heating' }] } },
          heating: {
            invoke: { id: 'heat', src: 'heater', onDone: 'hot', onError: 'cold' },
            after: { patience: 'cold', 90_000: 'hot' },
          },
          hot: { type: 'final' },
        },
      },
      lid: {
        initial: 'closed',
        states: {
          closed: { on: { 'lid.turned': 'open', 'lid.lifted': 'open' } },
          open: { always: { guard: () => true, target: 'closed' } },
        },
      },
    },
  }).provide({ delays: { patience: 1500 } });

  test('has nested and parallel states, events, guards, delays and what is invoked', async () => {
    const text = stateDiagramText(kettle);
    expect(text).toMatchInlineSnapshot(`
      "stateDiagram-v2
        accTitle: The machine kettle
        accDescr: Its states are water, water.cold, water.heating, water.hot, lid, lid.closed, lid.open
        state "kettle" as kettle {
          state "water" as water {
            state "cold" as water_cold
            state "heating (runs heater)" as water_heating
            state "hot" as water_hot
            [*] --> water_cold
            water_hot --> [*]
            water_cold --> water_heating : switch.pressed [isFull]
            water_heating --> water_hot : heater done<br>after 90 s
            water_heating --> water_cold : heater failed<br>after patience (1.5 s)
          }
          --
          state "lid" as lid {
            state "closed" as lid_closed
            state "open" as lid_open
            [*] --> lid_closed
            lid_closed --> lid_open : lid.turned<br>lid.lifted
            lid_open --> lid_closed : at once [under a condition]
          }
        }"
    `);
    await expect(mermaid.parse(text)).resolves.toBeTruthy();
  });

  test('leaves transitions to no other state to words', () => {
    expect(undrawnTransitions(kettle)).toEqual([
      { state: 'water', event: 'water.poured' },
      { state: 'water', event: 'water.spilt', target: 'water.cold' },
    ]);
  });
});
