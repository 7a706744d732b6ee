import { daysLater } from './riskCard.ts';

/** A day on which something is to be reviewed. */
export interface ReviewEvent {
  /** The same for the same review, so that a second import replaces the first; visible ASCII. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** When the event was written, `YYYY-MM-DD`. */
  readonly written: string;
  readonly summary: string;
  /** May have several lines. */
  readonly description: string;
}

/** How many days before the review the calendar reminds people of it. */
const daysAhead = 7;

/**
 * Writes a whole-day event with a reminder a week before, as a calendar file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function reviewCalendar({ id, day, written, summary, description }: ReviewEvent): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Okta API authorization guide//Leave the token//EN',
    'BEGIN:VEVENT',
    `UID:${textValue(id)}`,
    `DTSTAMP:${dateValue(written)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateValue(day)}`,
    `DTEND;VALUE=DATE:${dateValue(daysLater(day, 1))}`,
    `SUMMARY:${textValue(summary)}`,
    `DESCRIPTION:${textValue(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${textValue(summary)}`,
    `TRIGGER:-P${daysAhead}D`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

const dateValue = (day: string): string => day.replaceAll('-', '');

/** A text as a value (section 3.3.11). Control characters, which no value may contain, are left out. */
function textValue(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/\p{Cs}/gu, '\uFFFD')
      // oxlint-disable-next-line no-control-regex -- they are what must not pass
      .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
      .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
      .replaceAll('\n', String.raw`\n`)
  );
}

/** The most bytes of a line, without its end (section 3.1). */
const longestLine = 75;

/** How many bytes a character takes in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x8_00) return 2;
  return point < 0x1_00_00 ? 3 : 4;
}

/** Breaks a long line between characters; each further line begins with a space. */
function folded(line: string): string {
  let lines = '';
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const more = bytesOf(character);
    if (bytes + more > longestLine) {
      lines += `${current}\r\n`;
      current = ' ';
      bytes = 1;
    }
    current += character;
    bytes += more;
  }
  return lines + current;
}
