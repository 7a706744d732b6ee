import { describe, expect, test } from 'vitest';

import { argumentsOf, commandsOf } from './windowsCommandLine.ts';

describe('a command line is divided', () => {
  // The table of Microsoft's “Parsing C command-line arguments”, and their other rules.
  test.each([
    [String.raw`x "abc" d e`, ['abc', 'd', 'e']],
    [String.raw`x a\\b d"e f"g h`, [String.raw`a\\b`, 'de fg', 'h']],
    [String.raw`x a\\\"b c d`, [String.raw`a\"b`, 'c', 'd']],
    [String.raw`x a\\\\"b c" d e`, [String.raw`a\\b c`, 'd', 'e']],
    [String.raw`x a"b"" c d`, ['ab" c d']],
    [String.raw`x "" "\"" "\\"`, ['', '"', '\\']],
  ])('%s', (line, expected) => {
    expect(argumentsOf(line)).toEqual(['x', ...expected]);
  });
});

describe('a batch file is read', () => {
  test.each([
    ['x %%PATH%% 100%%', 'x %PATH% 100%'],
    ['x %PATH% %1%* 5% z', 'x C:\\  5 z'],
    ['x "a & b ^ c" ^"d ^& e^"', 'x "a & b ^ c" "d & e"'],
    ['x a ^\n  b ^\n  c', 'x a   b   c'],
  ])('%j', (batch, command) => {
    expect(commandsOf(batch, 'x', { PATH: 'C:\\' })).toEqual([command]);
  });

  test.each(['x a & del y', 'x "a" | y', 'x a > y', String.raw`x "a \" & del y"`])(
    '%s runs something else too',
    (batch) => {
      expect(() => commandsOf(batch, 'x')).toThrow('for its own');
    },
  );
});
