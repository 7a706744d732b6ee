import { expect, test } from 'vitest';

import { portOf } from './portArgument.ts';

test.each<readonly [readonly string[], number | undefined]>([
  [[], 8443],
  [['--port', '9443'], 9443],
  [['--port=65535'], 65_535],
  [['--port', '0'], undefined],
  [['--port', '65536'], undefined],
  [['--port', '0x20'], undefined],
  [['--port', ''], undefined],
  [['--port'], undefined],
  [['--prot', '9443'], undefined],
  [['9443'], undefined],
])('the arguments %j give the port %s', (args, port) => {
  expect(portOf(args)).toBe(port);
});
