import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { argumentsOf, commandsOf } from '#testing/windowsCommandLine.ts';

import { hostileFragments } from '../hostileText.ts';
import { cmdArgument, cmdText } from './cmdArgument.ts';

const isPrintableAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);
const ofCmd = [
  '%PATH%',
  '%1',
  '%%',
  '^',
  '^^',
  '&',
  '|',
  '<',
  '>',
  '(',
  ')',
  '!PATH!',
  '\\"',
  '" & del x & "',
  '""',
  '^"',
  '\\\\',
  ';',
  ',',
  '=',
];
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileFragments.filter(isPrintableAscii), ...ofCmd),
      fc.string({ unit: 'grapheme-ascii' }),
    ),
  )
  .map((pieces) => pieces.join(''));

const environment = { PATH: 'C:\\Windows & del x', 'PATH%': 'x' };

describe('cmdArgument', () => {
  test('gives a program exactly the texts, whatever they hold, and cmd nothing to do', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 6 }), (texts) => {
        const batch = ['x.exe', ...texts.map(cmdArgument)].join(' ^\n  ');
        const [command = ''] = commandsOf(batch, 'x.exe', environment);
        expect(argumentsOf(command)).toEqual(['x.exe', ...texts]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a plain text', 'scope=a b', '"scope=a b"'],
    ['a percent sign', '100%25', '"100%%25"'],
    ['a path', 'C:\\x\\', String.raw`"C:\x\\"`],
    ['JSON', '{"a":"b & c%"}', String.raw`^"{\^"a\^":\^"b ^& c%%\^"}^"`],
  ])('writes %s as a programmer would', (_, text, argument) => {
    expect(cmdArgument(text)).toBe(argument);
  });

  test.each([
    ['a\0b', 'NUL'],
    ['a\nb', 'a line end'],
    ['a\r\nb', 'a line end'],
    ['ü', 'U+00FC'],
    ['\u202e', 'U+202E'],
  ])('refuses %j, and says why', (text, reason) => {
    expect(() => cmdArgument(text)).toThrow(`cannot hold ${reason}`);
    expect(() => cmdText(text)).toThrow(`cannot hold ${reason}`);
  });
});

describe('cmdText', () => {
  test('stays text for echo, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(commandsOf(`echo ${cmdText(text)}`, 'echo', environment)).toEqual([`echo ${text}`]);
      }),
      { numRuns: 1000 },
    );
  });
});
