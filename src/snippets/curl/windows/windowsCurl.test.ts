import { describe, expect, test } from 'vitest';

import { exactJson } from '../../exactJson.ts';
import { formsFor } from '../../form.ts';
import { longestBody } from '../../requestParts.ts';
import { defaultValues } from '../../values.ts';
import { windowsAbsenceOf, windowsRequestFor, windowsShells } from './windowsCurl.ts';

const forms = (['serviceApp', 'apiServiceIntegration', 'apiToken'] as const).flatMap((method) =>
  formsFor(method),
);
const written = forms.filter((form) => windowsAbsenceOf(form) === null);

describe.each(windowsShells.map((shell) => [shell.id, shell] as const))('for %s', (_, shell) => {
  test.each(written.map((form) => [`${form.method} ${form.keyType ?? ''}`, form] as const))(
    '%s is one file of printable ASCII, whatever the body holds',
    (_name, form) => {
      const request = windowsRequestFor(shell, form, {
        ...defaultValues,
        operation: { method: 'POST', path: '/api/v1/groups' },
        body: exactJson({ name: 'ü鍵 \u202e\n"' }),
      });
      expect('text' in request && request.text).toMatch(/^[\n\x20-\x7e]+$/);
      expect('fileName' in request && request.fileName).toMatch(/-curl\.(cmd|ps1)$/);
    },
  );

  test('names the variables that it reads, and holds no secret', () => {
    for (const form of written) {
      const request = windowsRequestFor(shell, form, defaultValues);
      if ('absence' in request) throw new Error(request.absence);
      for (const name of Object.keys(request.environment)) expect(request.text).toContain(name);
      expect(request.text).toContain('curl.exe ');
    }
  });

  test('a body that is too long for it is refused, with what to do', () => {
    const [form] = written;
    if (form === undefined) throw new Error('There is no form.');
    const request = windowsRequestFor(shell, form, {
      ...defaultValues,
      operation: { method: 'POST', path: '/api/v1/groups' },
      body: exactJson({ name: 'a'.repeat(longestBody) }),
    });
    expect(request).toEqual({ absence: expect.stringContaining('`--data-binary @body.json`') });
  });
});

test('cmd refuses a command of more than 8,191 characters over all its lines', () => {
  const [cmd] = windowsShells;
  const form = written.find(({ method }) => method === 'apiToken');
  if (cmd === undefined || form === undefined) throw new Error('There is no form.');
  const ofLength = (length: number) =>
    windowsRequestFor(cmd, form, {
      ...defaultValues,
      operation: { method: 'POST', path: '/api/v1/groups' },
      body: exactJson({ name: 'a'.repeat(length) }),
    });
  expect(ofLength(7500)).toHaveProperty('text');
  expect(ofLength(8100)).toEqual({ absence: expect.stringContaining('8,191 characters') });
});

test('a whole program and DPoP have none, and it is said why', () => {
  const absent = forms.filter((form) => windowsAbsenceOf(form) !== null);
  expect(
    absent.map(({ request, variant }) => request === 'everything' || variant === 'dpop'),
  ).toEqual(absent.map(() => true));
  const [form] = absent;
  const [shell] = windowsShells;
  if (form === undefined || shell === undefined) throw new Error('There is no form.');
  expect(() => windowsRequestFor(shell, form, defaultValues)).toThrow(RangeError);
});
