import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { reviewCalendar } from './reviewEvent.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

/** The properties of a calendar file, unfolded and unescaped, as RFC 5545 says how to read them. */
function propertiesOf(file: string): readonly (readonly [string, string])[] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(':');
      const value = line
        .slice(colon + 1)
        .replaceAll(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
      return [line.slice(0, colon), value];
    });
}

const event = {
  id: 'review-00Tabcdefghijklmnopq',
  day: '2027-02-28',
  written: '2026-11-29',
  summary: 'Review the API token',
  description: 'Owner: Ana; Bo, Cy\nShare: 10 %',
};

test('a calendar gets a whole day, and a reminder a week before', () => {
  expect(propertiesOf(reviewCalendar(event))).toEqual([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//Okta API authorization guide//Leave the token//EN'],
    ['BEGIN', 'VEVENT'],
    ['UID', event.id],
    ['DTSTAMP', '20261129T000000Z'],
    ['DTSTART;VALUE=DATE', '20270228'],
    ['DTEND;VALUE=DATE', '20270301'],
    ['SUMMARY', event.summary],
    ['DESCRIPTION', event.description],
    ['TRANSP', 'TRANSPARENT'],
    ['BEGIN', 'VALARM'],
    ['ACTION', 'DISPLAY'],
    ['DESCRIPTION', event.summary],
    ['TRIGGER', '-P7D'],
    ['END', 'VALARM'],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ]);
});

test('whatever is in the texts, each line ends in CRLF, has at most 75 bytes, and nothing is added', () => {
  fc.assert(
    fc.property(anyText, anyText, (summary, description) => {
      const file = reviewCalendar({ ...event, summary, description });
      expect(file.endsWith('\r\n')).toBe(true);
      const lines = file.slice(0, -2).split('\r\n');
      for (const line of lines) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/\p{Cs}/u);
      }
      const plain = propertiesOf(reviewCalendar(event)).map(([name]) => name);
      expect(propertiesOf(file).map(([name]) => name)).toEqual(plain);
    }),
  );
});

test('a calendar reads back the text that was written, whatever visible characters are in it', () => {
  const visible = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((text) => `${text};,\\n\\\n${text}`.replaceAll(/\p{Cc}/gu, '\n'));
  fc.assert(
    fc.property(visible, (description) => {
      const file = reviewCalendar({ ...event, description });
      expect(propertiesOf(file)).toContainEqual(['DESCRIPTION', description]);
    }),
  );
});
