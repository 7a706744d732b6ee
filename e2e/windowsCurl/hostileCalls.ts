import * as fc from 'fast-check';
import { expect } from 'vitest';

import { windowsRequestFor } from '#snippets/curl/windows/windowsCurl.ts';
import type { WindowsShell } from '#snippets/curl/windows/windowsShell.ts';
import { exactJson } from '#snippets/exactJson.ts';
import { type Form, formsFor } from '#snippets/form.ts';
import { hostileFragments } from '#snippets/hostileText.ts';
import { hasLoneSurrogate } from '#snippets/invisibleCharacters.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';

import { host } from '../lookalike/orgUnderTest.ts';
import type { Recorded } from './recordingServer.ts';

function formOf(method: Form['method']): Form {
  const form = formsFor(method).find(({ variant }) => variant === 'bearer');
  if (form === undefined) throw new Error(`${method} has no Bearer form.`);
  return form;
}

/** The text of a request for a shell of Windows. */
export function textFor(
  shell: WindowsShell,
  method: Form['method'],
  values: RequestValues,
): string {
  const request = windowsRequestFor(shell, formOf(method), values);
  if ('absence' in request) throw new Error(request.absence);
  return request.text;
}

/** Whatever a value may contain once it has passed its parser. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...hostileFragments,
        '%PATH%',
        '%%',
        '^&',
        '" & echo x & "',
        '\\"',
        "'@",
        '$(1)',
        '{{',
        '{{OKTA_API_TOKEN}}',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !hasLoneSurrogate(text));

const hostileSecret = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments.filter((text) => !/[\0\r\n]|\p{Cs}/u.test(text))),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((pieces) => `x${pieces.join('')}`);

/** What is put into a call. */
export interface HostileCall {
  readonly query: string;
  readonly name: string;
  readonly value: string;
  readonly secret: string;
}

/** Calls with such values, the same in every run. */
export const hostileCalls: readonly HostileCall[] = fc.sample(
  fc.record({ query: hostileText, name: hostileText, value: hostileText, secret: hostileSecret }),
  { numRuns: 40, seed: 20 },
);

/** A call whose number is in its path. */
export function valuesOf({ query, name, value }: HostileCall, index: number): RequestValues {
  return {
    ...defaultValues,
    orgDomain: host,
    operation: { method: 'POST', path: `/api/v1/groups/${index}` },
    query: [{ name: 'q', value: query }],
    body: exactJson({ [`${name} x`]: value, list: [null, 1.5, { a: { b: `${value}{{` } }] }),
  };
}

/** Compares what arrived with what was intended. */
export function expectArrived(
  requests: readonly Recorded[],
  calls: readonly HostileCall[],
  token: string,
) {
  const arrived = requests.filter(({ target }) => target.startsWith('/api/'));
  expect(arrived).toHaveLength(calls.length);
  for (const [index, { query, name, value }] of calls.entries()) {
    const request = arrived.find(({ target }) => target.startsWith(`/api/v1/groups/${index}?`));
    expect(request).toMatchObject({
      method: 'POST',
      headers: {
        authorization: token,
        accept: 'application/json',
        'content-type': 'application/json',
      },
    });
    const url = new URL(request?.target ?? '', `https://${host}`);
    expect([...url.searchParams]).toEqual([['q', query]]);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      [`${name} x`]: value,
      list: [null, 1.5, { a: { b: `${value}{{` } }],
    });
  }
}
