// `npm run bench:recordings`: how long it takes to read ten thousand calls of each form, and 50 MB of a HAR file whose
// responses weigh most, with the longest that one piece of 64 kB takes. Prints a table, judges nothing.
import { performance } from 'node:perf_hooks';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { RecordingReader } from '#catalogue/recorded/recording.ts';
import { labelledRecordings } from '#testing/labelledRecordings.ts';

const index = operationIndex(oktaCatalogue);
const piece = 65_536;
const wanted = 10_000;

interface Reading {
  readonly milliseconds: number;
  readonly longestPiece: number;
  readonly calls: number;
}

function timed(text: string, fileName: string | undefined): Reading {
  const reader = new RecordingReader(index, fileName === undefined ? {} : { fileName });
  const begun = performance.now();
  let longestPiece = 0;
  for (let at = 0; at < text.length; at += piece) {
    const started = performance.now();
    reader.read(text.slice(at, at + piece));
    longestPiece = Math.max(longestPiece, performance.now() - started);
  }
  const { withCalls } = reader.end();
  return { milliseconds: performance.now() - begun, longestPiece, calls: withCalls };
}

/** The same recording again and again with other ids in it, so that no address comes twice. */
function repeated(text: string, times: number): string {
  const ids = ['00g1emaKYZTWRYYRRTSK', '00u118oQYT4TBGuay0g4', '0oa1gjh63g214q0Hq0g4'];
  return Array.from({ length: times }, (_, count) =>
    ids.reduce(
      (all, id) => all.replaceAll(id, `${id.slice(0, 12)}${String(count).padStart(8, '0')}`),
      text,
    ),
  ).join(text.endsWith('\n') ? '' : '\n');
}

/** The middle of three. */
function median(readings: readonly Reading[]): Reading | undefined {
  return readings.toSorted((one, other) => one.milliseconds - other.milliseconds)[
    Math.floor(readings.length / 2)
  ];
}

function printRow(form: string, text: string, fileName: string | undefined): void {
  const reading = median(Array.from({ length: 3 }, () => timed(text, fileName)));
  if (reading === undefined) return;
  const { milliseconds, longestPiece, calls } = reading;
  const cells = [
    (text.length / 1e6).toFixed(1).padStart(7),
    String(text.split('\n').length).padStart(8),
    String(calls).padStart(7),
    milliseconds.toFixed(0).padStart(7),
    ((milliseconds / calls) * wanted).toFixed(0).padStart(19),
    longestPiece.toFixed(0).padStart(20),
  ];
  console.log(`${form.padEnd(48)}${cells.join(' ')}`);
}

console.log(
  `${'form'.padEnd(48)}     MB    lines   calls      ms   ms for 10,000 calls   longest piece (ms)`,
);
for (const { form, text, fileName, operations } of labelledRecordings(oktaCatalogue)) {
  if (operations.length === 0) continue;
  printRow(form, repeated(text, Math.ceil(wanted / operations.length)), fileName);
}
const answer = JSON.stringify({
  profile: { about: 'a "quoted" text\nof several lines. '.repeat(500) },
});
const entry = JSON.stringify({
  request: { method: 'GET', url: 'https://acme.okta.com/api/v1/users/00u118oQYT4TBGuay0g4' },
  response: { content: { text: answer } },
});
const entries = Array.from({ length: Math.ceil(50e6 / entry.length) }, () => entry);
printRow('50 MB of HAR, mostly responses', `{"log":{"entries":[${entries.join(',')}]}}`, undefined);
