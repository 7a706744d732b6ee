import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { secretLike } from '#snippets/secretLike.ts';
import { labelledRecordings } from '#testing/labelledRecordings.ts';
import { secrets, wrappings } from '#testing/wrappedSecrets.ts';

import { operationIndex } from '../find.ts';
import { oktaCatalogue } from '../oktaCatalogue.ts';
import { programReports } from './callReport.ts';
import { grantedScopes } from './grantedScopes.ts';
import { readRecording } from './recording.ts';
import { reportsCsv } from './reportTexts.ts';

const index = operationIndex(oktaCatalogue);
const recordings = labelledRecordings(oktaCatalogue).filter(({ text }) => text.length > 0);
const secret = fc.oneof(...Object.values(secrets));

/** Everything that is ever shown, kept, written or sent of a recording. */
function outputOf(text: string, fileName?: string): string {
  const recording = readRecording(index, text, fileName === undefined ? {} : { fileName });
  const reports = programReports(oktaCatalogue, [{ ...recording, name: 'recording' }], new Map());
  return `${JSON.stringify(reports)}\n${reportsCsv(reports)}`;
}

/** Pieces of a secret of eight characters: one that comes out in part has come out. */
function comesOut(output: string, hidden: string): boolean {
  const pieces = hidden.match(/[A-Za-z0-9+/_=.-]{8,}/g) ?? [];
  return pieces
    .flatMap((piece) =>
      Array.from({ length: Math.max(1, piece.length - 7) }, (_, at) => piece.slice(at, at + 8)),
    )
    .some((piece) => /\d/.test(piece) && /[a-z]/i.test(piece) && output.includes(piece));
}

describe('secrets in a recording', () => {
  test('none comes out, wherever it is in the text that is read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recordings),
        secret,
        wrappings,
        fc.nat(),
        ({ text, fileName }, { text: hidden }, { wrap }, place) => {
          const wrapped = wrap(hidden);
          const at = place % text.length;
          const tainted = text.slice(0, at) + wrapped + text.slice(at);
          const output = outputOf(tainted, fileName);
          const without = outputOf(text, fileName);
          expect(comesOut(output, hidden) && !comesOut(without, hidden), output).toBe(false);
          expect(comesOut(output, wrapped) && !comesOut(without, wrapped), output).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('none comes out as a value of a path, as the name of a method or of a host', () => {
    const written = [
      (hidden: string) => `10.0.0.7 - - [x] "GET /api/v1/${hidden} HTTP/1.1" 200 5`,
      (hidden: string) => `10.0.0.7 - - [x] "GET /api/v1/users/${hidden} HTTP/1.1" 200 5`,
      (hidden: string) => `GET https://${hidden}.example/api/v1/users`,
      (hidden: string) => `GET https://acme.okta.com/api/v1/${hidden}/things`,
      (hidden: string) => `import okta\nokta_client.get_${hidden}(1)\nuserApi.get${hidden}(1)`,
      (hidden: string) => `Invoke-Okta${hidden} -Id 1`,
      (hidden: string) => JSON.stringify({ method: 'GET', path: `/api/v1/${hidden}` }),
      (hidden: string) =>
        JSON.stringify([
          {
            eventType: hidden,
            debugContext: { debugData: { requestUri: `/api/v1/users/${hidden}` } },
          },
        ]),
      (hidden: string) =>
        JSON.stringify([
          {
            actor: { id: hidden },
            eventType: 'a.b',
            debugContext: { debugData: { requestUri: '/api/v1/users' } },
          },
        ]),
      (hidden: string) => hidden,
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...written), ({ text: hidden }, write) => {
        const output = outputOf(write(hidden));
        expect(comesOut(output, hidden), output).toBe(false);
        for (const shown of output.match(/[^\s"\\,]{20,}/g) ?? []) {
          expect(secretLike(shown), shown).toBeUndefined();
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of what was granted only scopes are read', () => {
    fc.assert(
      fc.property(secret, ({ text: hidden }) => {
        const granted = grantedScopes(`okta.users.read\n${hidden}\nokta.${hidden}`, []);
        expect(comesOut(JSON.stringify([...(granted ?? [])]), hidden)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('any text is an input: none throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.json(),
          fc
            .constantFrom(...recordings)
            .chain(({ text }) =>
              fc
                .tuple(fc.nat(), fc.nat())
                .map(([from, length]) => text.slice(from % text.length).slice(0, length % 5000)),
            ),
        ),
        fc.constantFrom(undefined, 'a.js', 'a.py', 'a.har', 'a.csv'),
        (text, fileName) => {
          expect(typeof outputOf(text, fileName)).toBe('string');
        },
      ),
      { numRuns: 150 },
    );
  });
});
