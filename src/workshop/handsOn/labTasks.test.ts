import { describe, expect, test } from 'vitest';

import { replayed } from '#org/exchange/advance.ts';
import { errorOf } from '#org/exchange/answerText.ts';
import { breakages } from '#org/exchange/breakages.ts';
import { faultsOf } from '#org/exchange/breaking.ts';
import type { LabAction } from '#org/exchange/labActions.ts';
import { labSwitches } from '#org/exchange/labSwitches.ts';
import { newLab } from '#org/exchange/newLab.ts';
import type { LabChoice } from '#share/labLink.ts';

import { exercises } from './exercises.ts';
import { labTasks } from './labTasks.ts';

const lab = await newLab();
const send: LabAction = { type: 'send' };

/** The last response to all requests of an exchange, after something was done to the org. */
async function lastResponse({ plan, breakage }: LabChoice, before: readonly LabAction[] = []) {
  const setting = { ...lab, plan, faults: faultsOf(breakage, plan), seed: 'example1' };
  const stages = await replayed(setting, Date.UTC(2026, 10, 29), [...before, send, send, send]);
  expect(stages.at(-1)?.client.step).toBe('done');
  return stages.at(-1)?.messages.at(-1)?.response;
}

test('every exercise is a task, and each is one of the lab’s breakages', () => {
  expect(labTasks.map(({ exercise }) => exercise)).toEqual(exercises);
  for (const { exercise, start } of labTasks) {
    expect(breakages).toContain(start.breakage);
    expect(start.breakage.errorId).toBe(exercise.error.id);
    expect(start.plan.method).toBe(exercise.mended.method);
  }
});

describe.each(labTasks.map((task) => [task.exercise.id, task] as const))('%s', (_, task) => {
  const { start, changes } = task;

  test('begins with the error that the exercise is about, word for word', async () => {
    const response = await lastResponse(start);
    const error = response === undefined ? undefined : errorOf(response);
    expect(error?.text).toBe(start.breakage.message);
    expect(task.exercise.error.message.split('\n')).toContain(error?.text);
  });

  test('is solved by one change in the program or by the org’s admin, and by no other', async () => {
    const helps: string[] = [];
    for (const { label, effect } of changes) {
      const response =
        'choice' in effect
          ? await lastResponse(effect.choice)
          : await lastResponse(start, [send, send, { type: 'restart' }, effect.action]);
      if (response !== undefined && response.status < 300) helps.push(label);
    }
    expect(changes).toHaveLength(3);
    expect(helps).toHaveLength(1);
  });

  test('turns a switch that the lab has', () => {
    for (const { effect } of changes) {
      if (!('action' in effect)) continue;
      const place = 'place' in effect.action ? effect.action.place : -1;
      expect(labSwitches(start.plan)[place]).toBeDefined();
    }
  });
});
