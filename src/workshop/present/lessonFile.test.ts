import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { scenarios } from '../scenarios/scenarios.ts';
import { lessonFile, readLessonFile, withLesson } from './lessonFile.ts';
import { lessonFragment, usualPlan } from './lessonPlan.ts';
import { begun } from './presentation.ts';

const fragment = lessonFragment(
  begun(scenarios.slice(0, 3)),
  { ...usualPlan, people: 30 },
  'Ab_-9',
);

test('a lesson comes back from its file', () => {
  expect(readLessonFile(lessonFile(fragment))).toEqual({ fragment });
});

test('a file of another kind is refused with a reason, whatever is in it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readLessonFile(text)).toHaveProperty('problem');
    }),
  );
  for (const lesson of ['#screen', 'https://example.com/#deck=x', '#deck=x y', 7]) {
    expect(readLessonFile(JSON.stringify({ version: 1, lesson }))).toHaveProperty('problem');
  }
  expect(readLessonFile(JSON.stringify({ version: 2, lesson: fragment }))).toMatchObject({
    problem: expect.stringContaining('later version'),
  });
});

test('the workshop’s file takes a lesson as one attribute, whatever it holds', () => {
  const page = '<body><div id="root" data-site="https://guide.example/">text</div></body>';
  fc.assert(
    fc.property(fc.string(), (lesson) => {
      const packed = withLesson(page, lesson);
      const value = /^<body><div id="root" data-lesson="([^"<]*)" data-site=/.exec(packed)?.[1];
      expect(
        value?.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ).toBe(lesson);
    }),
  );
  expect(() => withLesson('<html></html>', fragment)).toThrow('not the workshop’s file');
});
